package dev.swarmha.lab;

import static dev.swarmha.lab.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.swarmha.engine.Node;
import dev.swarmha.engine.Task;
import dev.swarmha.engine.time.SystemTimeline;
import dev.swarmha.lab.faults.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of a deploy when something happens to the managers that it speaks to. */
@Lab(managers = 3, workers = 2)
class ManagersTest {

  private static final String STACK = "lab/src/test/resources/stacks/rollout.yml";

  @Fault("leader killed in mid-rollout")
  void deploysThoughTheLeaderDiesInTheMiddleOfARollout(LabSwarm lab) {
    List<String> managers = leaderFirst(lab);
    first(lab).expect(0);
    Running deploy = start(lab, managers.subList(0, 2));
    awaitRollout(deploy);

    lab.kill(managers.get(0));

    assertDeployed(deploy.await(), observed(lab, managers.get(1)));
  }

  @Fault("leader cut off in mid-rollout")
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void deploysThoughTheLeaderIsCutOffInTheMiddleOfARollout(LabSwarm lab) {
    List<String> managers = leaderFirst(lab);
    first(lab).expect(0);
    Running deploy = start(lab, managers.subList(0, 2));
    awaitRollout(deploy);

    lab.partition(managers.get(0));

    assertDeployed(deploy.await(), observed(lab, managers.get(1)));
    // Two leaders that meet again may elect for longer than the next test is given.
    lab.heal(managers.get(0));
    eventually(
        () -> assertThat(lab.swarm().nodes()).allMatch(Node::isReady), Duration.ofMinutes(2));
  }

  @Fault("leader killed before the first step")
  void deploysThoughTheLeaderDiesBeforeTheFirstStep(LabSwarm lab) {
    List<String> managers = leaderFirst(lab);
    first(lab).expect(0);

    lab.kill(managers.get(0));
    Finished deploy = start(lab, managers.subList(0, 2)).await();

    assertDeployed(deploy, observed(lab, managers.get(1)));
  }

  @Fault("endpoint gone for ten seconds")
  void deploysThoughTheOnlyEndpointIsGoneForTenSeconds(LabSwarm lab) throws InterruptedException {
    List<String> managers = leaderFirst(lab);
    String follower = managers.get(1);
    first(lab).expect(0);
    Running deploy = start(lab, List.of(follower));
    awaitRollout(deploy);

    lab.partition(follower);
    new SystemTimeline().sleep(Duration.ofSeconds(10));
    lab.heal(follower);

    assertDeployed(deploy.await(), observed(lab, managers.get(0)));
  }

  @Fault("quorum lost")
  void namesALostQuorum(LabSwarm lab) {
    List<String> managers = leaderFirst(lab);
    first(lab).expect(0);
    Running deploy = start(lab, managers);
    awaitRollout(deploy);

    lab.kill(managers.get(0));
    lab.kill(managers.get(1));

    Finished finished = deploy.await().expect(1);
    String words = "the swarm has lost its quorum: 1 of 3 managers answer, and none has a leader";
    assertThat(finished.result().path("outcome").asText()).isEqualTo("failed");
    assertThat(finished.result().path("message").asText()).contains(words);
    assertThat(finished.err()).contains(words);
    assertThat(finished.duration()).isLessThan(Duration.ofSeconds(90));
  }

  @Test
  void namesALostQuorumToACommandThatOnlyReads(LabSwarm lab) {
    List<String> managers = leaderFirst(lab);
    lab.kill(managers.get(0));
    lab.kill(managers.get(1));

    Finished finished = lab.program().run(command(lab, managers, "node", "ls")).expect(1);

    assertThat(finished.err()).contains("the swarm has lost its quorum: 1 of 3 managers answer");
    assertThat(finished.duration()).isLessThan(Duration.ofSeconds(90));
  }

  @Test
  void asksTheSecondManagerWhenTheFirstHasBeenDeadForLong(LabSwarm lab) {
    List<String> managers = leaderFirst(lab);
    lab.kill(managers.get(2));
    List<String> hosts = List.of(managers.get(2), managers.get(1));

    Finished finished = lab.program().run(command(lab, hosts, "node", "ls", "-o", "json"));

    assertThat(finished.expect(0).json().findValuesAsText("hostname"))
        .containsExactly("m1", "m2", "m3", "w1", "w2");
    assertThat(finished.duration()).isLessThan(Duration.ofSeconds(10));
  }

  /** The host names of the managers, the leader's before the others. */
  private static List<String> leaderFirst(LabSwarm lab) {
    List<Node> nodes = lab.swarm().nodes();
    List<String> managers = new ArrayList<>();
    nodes.stream().filter(Node::isLeader).forEach(node -> managers.add(node.hostname()));
    nodes.stream()
        .filter(node -> node.role() == Node.Role.MANAGER && !node.isLeader())
        .forEach(node -> managers.add(node.hostname()));
    assertThat(managers).hasSize(3);
    return managers;
  }

  private static Finished first(LabSwarm lab) {
    return lab.swarmha("deploy", "-c", STACK, "site", "--progress", "json");
  }

  /** A rollout of tasks that need ten seconds each, one after the other. */
  private static Running start(LabSwarm lab, List<String> hosts) {
    return lab.program()
        .with("WEB_IMAGE", "swarmha/web:slow")
        .start(command(lab, hosts, "deploy", "-c", STACK, "site", "--progress", "json"));
  }

  private static String[] command(LabSwarm lab, List<String> hosts, String... words) {
    List<String> arguments = new ArrayList<>();
    hosts.forEach(host -> arguments.addAll(List.of("-H", lab.endpoint(host))));
    arguments.addAll(List.of(words));
    return arguments.toArray(String[]::new);
  }

  private static void awaitRollout(Running deploy) {
    eventually(
        () -> assertThat(deploy.out()).contains("\"state\":\"starting\""), Duration.ofSeconds(60));
  }

  private static Observed observed(LabSwarm lab, String manager) {
    return new Observed(lab.connection(manager).swarm());
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
