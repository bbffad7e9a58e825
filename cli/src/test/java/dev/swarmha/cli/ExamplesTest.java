package dev.swarmha.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.cli.command.Examples;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** The examples in the help of each command. */
final class ExamplesTest {

  private static final int WIDTH = 98;
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|[^\\s\"]+");

  /** A call of swarmha, as far as it goes within a line of shell. */
  private static final Pattern CALL =
      Pattern.compile("(?:^|[(|] ?|[A-Z_]+=\\S* )swarmha ([^|<>)]*)");

  @TempDir private Path elsewhere = Path.of("");

  static Stream<CommandLine> commands() {
    return all(Cli.tree());
  }

  private static Stream<CommandLine> all(CommandLine command) {
    if (command.getCommandSpec().usageMessage().hidden()) {
      return Stream.empty();
    }
    return Stream.concat(
        Stream.of(command), command.getSubcommands().values().stream().flatMap(ExamplesTest::all));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void areTwoToFourEachBelowWhatItIsFor(CommandLine command) {
    List<String> lines = Examples.Finder.of(command.getCommandSpec());
    List<String> blocks = List.of(String.join("\n", lines).split("\n\n"));

    assertThat(blocks).as(command.getCommandSpec().qualifiedName()).hasSizeBetween(2, 4);
    assertThat(blocks).allMatch(block -> block.matches("(?s)# [^\n]+\n[^#\n].*"));
    assertThat(lines).allMatch(line -> line.length() <= WIDTH);
    assertThat(lines).anyMatch(line -> line.contains(command.getCommandName()));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void areTakenAsTheyStand(CommandLine command) {
    for (String line : Examples.Finder.of(command.getCommandSpec())) {
      List<List<String>> calls = calls(line);
      assertThat(calls).as(line).hasSize(line.isEmpty() || line.startsWith("#") ? 0 : 1);
      for (List<String> words : calls) {
        Cli.Run run = Cli.alone().in(elsewhere).run(words.toArray(String[]::new));
        boolean lacksATerminal = run.err().contains("the shell is for somebody at a terminal");
        assertThat(run.code() == 2 && !lacksATerminal).as(line + "\n" + run.err()).isFalse();
      }
    }
  }

  private static List<List<String>> calls(String line) {
    List<List<String>> calls = new ArrayList<>();
    if (!line.startsWith("#")) {
      CALL.matcher(line).results().forEach(call -> calls.add(words(call.group(1))));
    }
    return calls;
  }

  private static List<String> words(String line) {
    return WORD.matcher(line).results().map(ExamplesTest::word).toList();
  }

  private static String word(MatchResult found) {
    return found.group(1) == null ? found.group() : found.group(1);
  }
}
