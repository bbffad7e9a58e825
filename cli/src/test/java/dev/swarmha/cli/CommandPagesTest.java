package dev.swarmha.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The pages of {@code docs/commands}, made of the help; {@code -Dgolden.update} rewrites them. */
final class CommandPagesTest {

  private static final String PAGES = "../../../../../docs/commands/";
  private static final Path DIRECTORY = Path.of("../docs/commands");

  private final CommandLine program = Cli.tree();
  private final Map<String, CommandLine> commands = shown();

  @Test
  void sayWhatTheHelpSays() throws IOException {
    for (Map.Entry<String, CommandLine> command : commands.entrySet()) {
      Golden.check(PAGES + command.getKey() + ".md", CommandPage.of(command.getValue()));
    }
    Golden.check(PAGES + "README.md", index());
    assertThereIsNoOther();
  }

  private Map<String, CommandLine> shown() {
    Map<String, CommandLine> shown = new LinkedHashMap<>(program.getSubcommands());
    shown.values().removeIf(each -> each.getCommandSpec().usageMessage().hidden());
    return shown;
  }

  private void assertThereIsNoOther() throws IOException {
    try (Stream<Path> pages = Files.list(DIRECTORY)) {
      assertThat(pages.map(page -> page.getFileName().toString().replace(".md", "")))
          .containsExactlyInAnyOrderElementsOf(
              Stream.concat(commands.keySet().stream(), Stream.of("README"))
                  .collect(Collectors.toCollection(TreeSet::new)));
    }
  }

  private String index() {
    StringBuilder text = new StringBuilder("# Commands\n\n");
    text.append("<!-- Made of the program's help by CommandPagesTest. Change the help. -->\n\n");
    text.append("| command | what it does |\n|---|---|\n");
    commands.forEach(
        (name, command) ->
            text.append("| [`%s`](%s.md) | %s |\n".formatted(name, name, description(command))));
    text.append("\nOptions that every command takes:\n\n");
    text.append("```text\n").append(globalOptions()).append("```\n");
    return text.toString();
  }

  private static String description(CommandLine command) {
    return command.getHelp().description().strip().replaceAll("\\s+", " ").replace("|", "\\|");
  }

  private String globalOptions() {
    CommandLine.Help help = program.getHelp();
    List<CommandLine.Model.OptionSpec> options = program.getCommandSpec().options();
    return help.optionListExcludingGroups(options)
        .lines()
        .map(String::stripTrailing)
        .collect(Collectors.joining("\n", "", "\n"));
  }
}
