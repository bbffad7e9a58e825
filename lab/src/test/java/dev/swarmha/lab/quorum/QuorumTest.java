package dev.swarmha.lab.quorum;

import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.lab.Finished;
import dev.swarmha.lab.Lab;
import dev.swarmha.lab.LabSwarm;
import dev.swarmha.lab.Running;
import dev.swarmha.lab.faults.Fault;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said when too few managers are left to have a leader. */
@Lab(managers = 3, workers = 2)
class QuorumTest {

  @Fault("quorum lost")
  void namesALostQuorum(LabSwarm lab) {
    ManagedSite site = new ManagedSite(lab);
    List<String> managers = site.leaderFirst();
    site.given();
    Running deploy = site.startAndAwaitTasks(managers);

    lab.kill(managers.get(0));
    lab.kill(managers.get(1));

    Finished finished = deploy.await().expect(1);
    String words = "the swarm has lost its quorum: 1 of 3 managers answer, and none has a leader";
    assertThat(finished.result().path("outcome").asText()).isEqualTo("failed");
    assertThat(finished.result().path("message").asText()).contains(words);
    assertThat(finished.err()).contains(words);
  }

  @Test
  void namesALostQuorumToACommandThatOnlyReads(LabSwarm lab) {
    ManagedSite site = new ManagedSite(lab);
    List<String> managers = site.leaderFirst();
    lab.kill(managers.get(0));
    lab.kill(managers.get(1));

    Finished finished = site.run(managers, "node", "ls").expect(1);

    assertThat(finished.err()).contains("the swarm has lost its quorum: 1 of 3 managers answer");
  }
}
