package dev.swarmha.lab.quorum;

import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.lab.Finished;
import dev.swarmha.lab.Lab;
import dev.swarmha.lab.LabSwarm;
import dev.swarmha.lab.Running;
import dev.swarmha.lab.faults.Fault;
import dev.swarmha.lab.terminal.Screen;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said when too few managers are left to have a leader. */
@Lab(managers = 3, workers = 2)
class QuorumTest {

  @TempDir private Path home = Path.of("");

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

  /** In a session at a terminal, as somebody has it open when managers fail one after the other. */
  @Test
  void tellsInThePromptThatManagersAndTheQuorumAreLostAndBack(LabSwarm lab) {
    ManagedSite site = new ManagedSite(lab);
    List<String> managers = site.leaderFirst();
    String[] shell = site.command(managers, "shell");

    try (Screen screen = Screen.open(lab, home, Map.of(), inAShell(shell))) {
      screen.awaitPrompt("\\(leader\\)");
      lab.kill(managers.get(2));
      screen.awaitPrompt("\\(leader, 1 of 3 managers down\\)");
      lab.kill(managers.get(1));
      screen.awaitPrompt("\\(manager, no leader\\)");

      Finished finished = site.run(managers, "node", "ls").expect(1);
      assertThat(finished.err()).contains("the swarm has lost its quorum: 1 of 3 managers answer");

      lab.start(managers.get(1));
      lab.start(managers.get(2));
      screen.awaitPrompt("\\((leader|manager)\\)").enter("node ls").see(" " + managers.get(2));
    }
  }

  private static String[] inAShell(String[] arguments) {
    return Stream.concat(Stream.of("swarmha"), Stream.of(arguments)).toArray(String[]::new);
  }
}
