package dev.swarmha.lab.terminal;

import dev.swarmha.lab.Lab;
import dev.swarmha.lab.LabSwarm;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The completion scripts, in the shells that they are for, with a swarm behind them. */
@Lab
class SystemShellsTest {

  @TempDir private Path home = Path.of("");

  @ParameterizedTest
  @CsvSource(
      value = {
        "bash --noprofile --norc -i | source completions/swarmha.bash",
        "zsh -f -i | fpath=($PWD/completions $fpath); autoload -Uz compinit; compinit -D -u",
        "fish --no-config | source completions/swarmha.fish; function fish_prompt; echo '$ '; end",
      },
      delimiter = '|',
      quoteCharacter = '"')
  void completesCommandsOptionsAndLiveNames(String shell, String load, LabSwarm lab) {
    lab.swarmha("config", "create", "greeting", "README.md").expect(0);
    Map<String, String> variables = Map.of("DOCKER_HOST", lab.endpoint("m1"));

    try (Screen screen = Screen.open(lab, home, variables, shell.split(" "))) {
      screen.enter("cd " + lab.project()).enter(load);
      screen.enter("clear; echo read''y").see("^ready$");

      screen.complete("swarmha node dr", "swarmha node drain");
      screen.complete("swarmha deploy --on-f", "swarmha deploy --on-failure");
      screen.complete("swarmha deploy --on-failure ke", "swarmha deploy --on-failure keep");
      screen.complete("swarmha render -c CONTR", "swarmha render -c CONTRIBUTING.md");
      screen.complete("swarmha config inspect gr", "swarmha config inspect greeting");
    }
  }
}
