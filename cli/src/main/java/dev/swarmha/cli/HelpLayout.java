package dev.swarmha.cli;

import dev.swarmha.cli.command.Examples;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * Help that begins with what a command does and ends with examples. Options that every command has
 * are listed once, in the help of the program itself.
 */
final class HelpLayout {

  private static final int WIDTH = 80;
  private static final int OPTION_WIDTH = 24;
  private static final String EXAMPLES = "examples";
  private static final String INDENT = "  ";

  private HelpLayout() {}

  static void apply(CommandLine program) {
    arrange(program);
    program.getCommandSpec().usageMessage().optionListHeading("%nOptions:%n").footerHeading("%n");
    program.setHelpSectionMap(withExamples(program));
    program.getSubcommands().values().forEach(HelpLayout::arrangeAll);
    List<String> sections = new ArrayList<>(program.getHelpSectionKeys());
    sections.add(EXAMPLES);
    program.setHelpSectionKeys(sections);
  }

  private static void arrangeAll(CommandLine command) {
    arrange(command);
    Map<String, IHelpSectionRenderer> sections = withExamples(command);
    sections.put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, HelpLayout::ownOptions);
    sections.put(UsageMessageSpec.SECTION_KEY_FOOTER_HEADING, HelpLayout::whereTheOthersAre);
    command.setHelpSectionMap(sections);
    command.getSubcommands().values().forEach(HelpLayout::arrangeAll);
  }

  private static void arrange(CommandLine command) {
    command
        .getCommandSpec()
        .usageMessage()
        .abbreviateSynopsis(true)
        .width(WIDTH)
        .longOptionsMaxWidth(OPTION_WIDTH)
        .sortOptions(false)
        .descriptionHeading("%n")
        .parameterListHeading("%n")
        .commandListHeading("%nCommands:%n");
  }

  private static Map<String, IHelpSectionRenderer> withExamples(CommandLine command) {
    Map<String, IHelpSectionRenderer> sections = command.getHelpSectionMap();
    sections.put(EXAMPLES, HelpLayout::examples);
    return sections;
  }

  private static String examples(Help help) {
    String program = help.commandSpec().root().name();
    List<String> lines =
        Examples.Finder.of(help.commandSpec()).stream()
            .map(line -> line.replaceFirst("^swarmha(?= |$)", program))
            .toList();
    if (lines.isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder(heading("Examples:"));
    lines.forEach(
        line -> text.append(line.isEmpty() ? "" : INDENT + line).append(System.lineSeparator()));
    return text.toString();
  }

  private static String ownOptions(Help help) {
    List<OptionSpec> own =
        help.commandSpec().options().stream().filter(option -> !option.inherited()).toList();
    return own.isEmpty() ? "" : heading("Options:") + help.optionListExcludingGroups(own);
  }

  private static String whereTheOthersAre(Help help) {
    String end = help.commandSpec().usageMessage().footer().length > 0 ? "%n%n" : "%n";
    return String.format(Locale.ROOT, "%nOptions that every command takes: swarmha --help" + end);
  }

  private static String heading(String text) {
    return String.format(Locale.ROOT, "%n%s%n", text);
  }
}
