package dev.swarmha.stack.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.stack.diagnostic.Diagnostic;
import dev.swarmha.stack.diagnostic.Loaded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvironmentFilesTest {

  private final Path directory;

  private final Environment process = new Environment(Map.of("HOST", "h1", "BOTH", "process"));

  EnvironmentFilesTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "K=v                    | v",
        "K = v                  | v",
        "K: v                   | v",
        "export K=v             | v",
        "K=a b # comment        | a b",
        "K=a#b                  | a#b",
        "K='a $HOST \\n #'      | a $HOST \\n #",
        "K=\"a ${HOST} #\" # c  | a h1 #",
        "K=\"a\\tb\"            | a\tb",
        "K=$HOST/x              | h1/x",
        "K=${NOPE:-d}           | d",
        "K=${HOST:+yes}         | yes",
        "K=\"\\$HOST\"          | $HOST",
        "K='it\\'s'             | it's",
        "K=#v                   | #v",
        "K= # comment           | ",
        "K=\"a\\0101b\\q\"      | aAb\\q",
        "K=\"\\\\n\"             | \\n",
        "K=a$$b                 | a$b",
        "K=${NOPE:-${HOST}}     | h1",
        "K[0].a-b=1~K=2         | 2",
        "9K=1~K=2               | 2",
        "BOTH=f~K=$BOTH         | process",
        "K=1~K=2               | 2",
        "A=1~K=${A}2           | 12",
        "K='a~b'~X=1            | a~b",
        "#K=x~~  K=v          | v"
      })
  void readsTheGrammarOfCompose(String text, String value) throws IOException {
    assertThat(load(text.replace('~', '\n')).value().orElseThrow().get("K"))
        .contains(value == null ? "" : value.replace('~', '\n'));
  }

  @Test
  void letsTheProcessWinAndLaterFilesOverEarlierOnes() throws IOException {
    Files.writeString(directory.resolve(".env"), "BOTH=dot\nONE=dot\nTWO=dot\n");
    Files.writeString(directory.resolve("1.env"), "ONE=1\nTWO=1\n");
    Files.writeString(directory.resolve("2.env"), "TWO=2\n");

    Environment environment =
        files().load(List.of("1.env", "2.env"), directory).value().orElseThrow();

    assertThat(environment.variables())
        .containsEntry("BOTH", "process")
        .containsEntry("ONE", "1")
        .containsEntry("TWO", "2")
        .containsEntry("HOST", "h1");
  }

  @Test
  void takesNamesWithoutAValueFromTheProcess() throws IOException {
    assertThat(load("HOST\nNOPE\n").value().orElseThrow().variables())
        .containsEntry("HOST", "h1")
        .doesNotContainKey("NOPE");
  }

  @Test
  void reportsWhatIsNoAssignment() throws IOException {
    assertThat(load("A=1\nB c\n").errors())
        .extracting(Diagnostic::toString)
        .containsExactly("a.env:2:1: \"B c\" is not NAME=VALUE");
  }

  @Test
  void reportsQuotesThatAreNotClosed() throws IOException {
    assertThat(load("A=1\nB=\"c\nD=1\n").errors())
        .extracting(Diagnostic::toString)
        .containsExactly("a.env:2:1: the quoted value of B is not closed");
  }

  @Test
  void reportsRequiredVariablesThatAreMissing() throws IOException {
    assertThat(load("A=1\nB=${NOPE:?say it}\n").errors())
        .extracting(Diagnostic::toString)
        .containsExactly("a.env:2:1: required variable NOPE is missing a value: say it");
  }

  @Test
  void reportsFilesThatAreNotThere() {
    assertThat(files().load(List.of("nope.env")).errors())
        .extracting(Diagnostic::toString)
        .containsExactly("nope.env: the file does not exist");
  }

  @Test
  void doesWithoutADotEnv() {
    assertThat(files().load(List.of(), directory).value()).contains(process);
  }

  private Loaded<Environment> load(String text) throws IOException {
    Files.writeString(directory.resolve("a.env"), text);
    return files().load(List.of("a.env"));
  }

  private EnvironmentFiles files() {
    return new EnvironmentFiles(process, directory);
  }
}
