package dev.swarmha.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept to be printed at once is what the commands would print. */
final class PreparedAnswerTest {

  private static final String KEPT = "../../../main/resources/dev/swarmha/cli/";

  private final Cli cli = Cli.alone();

  @Test
  void helpIsKeptAsItIs() throws IOException {
    Golden.check(KEPT + "help.txt", cli.run("--color", "never", "--help").out());
    Golden.check(KEPT + "help-in-colour.txt", cli.run("--color", "always", "--help").out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"completion bash", "completion zsh", "completion fish", "--version"})
  void saysWhatTheCommandSays(String line) {
    assertThat(answer(line)).isEqualTo(cli.run(line.split(" ")).out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "-h", "help", ""})
  void answersWhoAsksForHelp(String line) {
    assertThat(answer(line)).startsWith("Usage: ").contains("Examples:");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ls", "completion", "completion tcsh", "ls --help", "--help ls", "-v"})
  void leavesEverythingElseToTheCommands(String line) {
    PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, UTF_8);

    assertThat(PreparedAnswer.print(words(line), nowhere)).isFalse();
  }

  private static String answer(String line) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThat(PreparedAnswer.print(words(line), new PrintStream(out, true, UTF_8))).isTrue();
    return out.toString(UTF_8);
  }

  private static String[] words(String line) {
    return line.isEmpty() ? new String[0] : line.split(" ");
  }
}
