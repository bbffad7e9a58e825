package dev.swarmha.lab.terminal;

import static dev.swarmha.lab.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.lab.Lab;
import dev.swarmha.lab.LabSwarm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A session in our own shell, as it goes while services are deployed and Engines fail. */
@Lab
class ShellTest {

  @TempDir private Path home = Path.of("");

  @Test
  void goesOnWhileCommandsAreInterruptedAndEnginesFail(LabSwarm lab) throws IOException {
    Path history = home.resolve(".local/state/swarmha/history");
    Files.createDirectories(history.getParent());
    Files.writeString(history, "config ls\n");
    Map<String, String> variables = Map.of("DOCKER_HOST", lab.endpoint("m1"));

    try (Screen screen = Screen.open(lab, home, variables, "swarmha", "shell")) {
      screen.awaitPrompt("\\(leader\\)").press("Up").see("\\(leader\\)> config ls$");
      screen.press("C-u").enter("deploy -c screens.yml --stable-for 10m shop");
      screen.see("must stay up").press("C-c").see("^exit code 130$");

      screen.complete("restart shop_c", "restart shop_cache");
      screen.complete("config ins", "config inspect");
      screen.complete("deploy --on-failure ke", "deploy --on-failure keep");
      screen.press("C-l").enter("ls \\").see("^>$").enter("--output json").see("\"shop\"");
      screen.enter("!echo \"a b\"; exit 3").see("^a b$").see("^exit code 3$");
      // Keys with more than one code are for a prompt that is there already.
      screen.awaitPrompt("\\(leader\\)").press("Up", "Up");
      screen.see("> ls .*\\n.*--output json\\Z").press("C-c");

      lab.kill("w2");
      screen.awaitPrompt("\\(leader, 1 of 2 workers down\\)");
      lab.kill("m1");
      screen.awaitPrompt("no answer\\)").enter("ls").see("^exit code 1$");
      lab.start("m1");
      screen.awaitPrompt("\\(leader.*\\)").press("C-l").enter("ls").see("^shop ");
      screen.enter("rm shop").see("stack shop removed");
      screen.awaitPrompt("\\(leader.*\\)").press("C-d");
    }

    eventually(() -> assertThat(history).content().contains("\nrm shop\n"), Duration.ofMinutes(1));
  }
}
