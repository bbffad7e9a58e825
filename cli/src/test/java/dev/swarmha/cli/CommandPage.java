package dev.swarmha.cli;

import dev.swarmha.cli.command.Examples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The help of a command and of those below it, as a page of the documentation. */
final class CommandPage {

  private final List<String> lines = new ArrayList<>();

  private CommandPage() {}

  static String of(CommandLine command) {
    CommandPage page = new CommandPage();
    page.add(command, "#");
    return String.join("\n", page.lines) + "\n";
  }

  private void add(CommandLine command, String level) {
    UsageMessageSpec usage = command.getCommandSpec().usageMessage();
    lines.add(level + " " + command.getCommandSpec().qualifiedName());
    lines.add("");
    if (level.equals("#")) {
      lines.add("<!-- Made of the program's help by CommandPagesTest. Change the help. -->");
      lines.add("");
    }
    lines.add(escaped(sentence(usage.description())));
    lines.add("");
    addSynopsis(command);
    addTable("argument", positionals(command));
    addTable("option", options(command));
    addNotes(usage.footer());
    addExamples(Examples.Finder.of(command.getCommandSpec()));
    command.getSubcommands().values().forEach(each -> add(each, level + "#"));
  }

  /** The first line of a description says it; the others say more. */
  private static String sentence(String... description) {
    String text = String.join(" ", description);
    return text.endsWith(".") ? text : text + ".";
  }

  private void addSynopsis(CommandLine command) {
    if (!command.getSubcommands().isEmpty()) {
      return;
    }
    String synopsis = command.getHelp().synopsis(0).strip().replaceAll("\\s+", " ");
    lines.add("```text");
    lines.add(synopsis);
    lines.add("```");
    lines.add("");
  }

  private static List<String> positionals(CommandLine command) {
    return command.getCommandSpec().positionalParameters().stream().map(CommandPage::row).toList();
  }

  private static String row(PositionalParamSpec parameter) {
    return row(parameter.paramLabel(), parameter.description());
  }

  private static List<String> options(CommandLine command) {
    return command.getCommandSpec().options().stream()
        .filter(option -> !option.inherited() && !option.hidden())
        .sorted(Comparator.comparingInt(OptionSpec::order))
        .map(CommandPage::row)
        .toList();
  }

  private static String row(OptionSpec option) {
    String names = String.join(", ", option.names());
    String value = option.arity().max() == 0 ? "" : " " + option.paramLabel();
    return row(names + value, option.description());
  }

  private static String row(String name, String... description) {
    return "| `"
        + name.replace("|", "\\|")
        + "` | "
        + escaped(String.join(" ", description))
        + " |";
  }

  private void addTable(String head, List<String> rows) {
    if (rows.isEmpty()) {
      return;
    }
    lines.add("| " + head + " | meaning |");
    lines.add("|---|---|");
    lines.addAll(rows);
    lines.add("");
  }

  private void addNotes(String... footer) {
    List<String> notes =
        Arrays.stream(footer).flatMap(text -> Arrays.stream(text.split("\\R|%n"))).toList();
    if (!notes.isEmpty()) {
      notes.forEach(paragraph -> lines.addAll(List.of(escaped(paragraph), "")));
    }
  }

  private void addExamples(List<String> examples) {
    if (!examples.isEmpty()) {
      lines.add("```sh");
      lines.addAll(examples);
      lines.add("```");
      lines.add("");
    }
  }

  private static String escaped(String text) {
    return text.replace("|", "\\|").replace("<", "&lt;").replace("*", "\\*");
  }
}
