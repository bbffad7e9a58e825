package dev.swarmha.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.cli.complete.Candidate;
import dev.swarmha.cli.complete.NameKind;
import dev.swarmha.cli.complete.Named;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

final class LineCompleterTest {

  @TempDir private Path directory = Path.of("");

  @BeforeEach
  void writesFiles() throws IOException {
    Files.createFile(directory.resolve("stack.yml"));
    Files.createFile(directory.resolve(".env"));
    Files.createDirectory(directory.resolve("stacks"));
    Files.createFile(directory.resolve("stacks/one.yml"));
  }

  @Test
  void completesCommandsNamesAndFiles() {
    assertThat(values(List.of(), "")).containsExactly("deploy", "help", "exit");
    assertThat(values(List.of("deploy"), "")).containsExactly("shop");
    assertThat(values(List.of("deploy", "-c"), "")).containsExactly("stack.yml", "stacks/");
    assertThat(values(List.of("deploy", "-c"), "stacks/")).containsExactly("stacks/one.yml");
    assertThat(values(List.of("deploy", "-c"), ".")).containsExactly(".env");
    assertThat(values(List.of("deploy"), "--file=st"))
        .containsExactly("--file=stack.yml", "--file=stacks/");
    assertThat(values(List.of("deploy", "-c"), "nosuch/")).isEmpty();
  }

  @Test
  void completesWhatHelpIsFor() {
    assertThat(values(List.of("help"), "de")).containsExactly("deploy");
  }

  @Test
  void completesFilesForTheSystemsShell() {
    assertThat(values(List.of("!cat"), "stack.")).containsExactly("stack.yml");
    assertThat(values(List.of(), "!c")).isEmpty();
  }

  @Test
  void knowsNothingOfAnEngineThatOnlyThisLineIsFor() {
    assertThat(values(List.of("deploy", "-H", "tcp://other:1"), "")).isEmpty();
  }

  private List<String> values(List<String> before, String word) {
    LineCompleter completer =
        new LineCompleter(
            new CommandLine(new Program()).getCommandSpec(),
            query -> query.kind() == NameKind.STACK ? List.of(Candidate.of("shop")) : List.of(),
            new FileNames(directory));
    return completer.candidates(before, word).stream().map(Candidate::value).toList();
  }

  @Command(subcommands = Deploy.class)
  static final class Program {}

  @SuppressWarnings("UnusedVariable") // Completion looks at what can be set, and sets nothing.
  @Command(name = "deploy")
  static final class Deploy {
    @Option(
        names = {"-c", "--file"},
        paramLabel = "FILE")
    private String file = "";

    @Option(names = {"-H", "--host"})
    private String host = "";

    @Parameters(completionCandidates = Named.Stack.class)
    private String stack = "";
  }
}
