package dev.swarmha.lab.quorum;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.swarmha.engine.Task;
import dev.swarmha.lab.Finished;
import dev.swarmha.lab.Lab;
import dev.swarmha.lab.LabSwarm;
import dev.swarmha.lab.Observed;
import dev.swarmha.lab.Running;
import dev.swarmha.lab.faults.Fault;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of a deploy when something happens to the managers that it speaks to. */
@Lab(managers = 3, workers = 2)
class ManagersTest {

  @Fault("leader killed in mid-rollout")
  void deploysThoughTheLeaderDiesInTheMiddleOfARollout(LabSwarm lab) {
    ManagedSite site = new ManagedSite(lab);
    List<String> managers = site.leaderFirst();
    site.given();
    Running deploy = site.startAndAwaitTasks(managers.subList(0, 2));

    lab.kill(managers.get(0));

    assertDeployed(deploy.await(), site.observed(managers.get(1)));
  }

  @Fault("leader cut off in mid-rollout")
  void deploysThoughTheLeaderIsCutOffInTheMiddleOfARollout(LabSwarm lab) {
    ManagedSite site = new ManagedSite(lab);
    List<String> managers = site.leaderFirst();
    site.given();
    Running deploy = site.startAndAwaitTasks(managers.subList(0, 2));

    lab.partition(managers.get(0));

    assertDeployed(deploy.await(), site.observed(managers.get(1)));
  }

  @Fault("leader killed before the first step")
  void deploysThoughTheLeaderDiesBeforeTheFirstStep(LabSwarm lab) {
    ManagedSite site = new ManagedSite(lab);
    List<String> managers = site.leaderFirst();
    site.given();

    lab.kill(managers.get(0));
    Finished deploy = site.start(managers.subList(0, 2)).await();

    assertDeployed(deploy, site.observed(managers.get(1)));
  }

  @Fault("endpoint gone for ten seconds")
  void deploysThoughTheOnlyEndpointIsGoneForTenSeconds(LabSwarm lab) throws InterruptedException {
    ManagedSite site = new ManagedSite(lab);
    List<String> managers = site.leaderFirst();
    String follower = managers.get(1);
    site.given();
    Running deploy = site.startAndAwaitTasks(List.of(follower));

    site.silence(follower, Duration.ofSeconds(10));

    assertDeployed(deploy.await(), site.observed(managers.get(0)));
  }

  @Test
  void asksTheSecondManagerWhenTheFirstHasBeenDeadForLong(LabSwarm lab) {
    ManagedSite site = new ManagedSite(lab);
    List<String> managers = site.leaderFirst();
    lab.kill(managers.get(2));
    List<String> hosts = List.of(managers.get(2), managers.get(1));

    Finished finished = site.run(hosts, "node", "ls", "-o", "json");

    assertThat(finished.expect(0).json().findValuesAsText("hostname"))
        .containsExactly("m1", "m2", "m3", "w1", "w2");
  }

  private static void assertDeployed(Finished deploy, Observed swarm) {
    JsonNode result = deploy.expect(0).result();
    assertThat(result.path("outcome").asText()).isEqualTo("deployed");
    assertThat(result.path("revision").asInt()).isEqualTo(2);
    assertThat(swarm.running("site_web"))
        .hasSize(2)
        .extracting(Task::image)
        .allMatch(image -> image.startsWith("swarmha/web:slow@sha256:"));
    assertThat(swarm.service("site_web").updateStatus())
        .hasValueSatisfying(status -> assertThat(status.state()).hasToString("COMPLETED"));
  }
}
