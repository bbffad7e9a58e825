package dev.swarmha.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * Help that begins with what a command does and ends with an example. Options that every command
 * has are listed once, in the help of the program itself.
 */
final class HelpLayout {

  private static final int WIDTH = 100;
  private static final int OPTION_WIDTH = 32;

  private HelpLayout() {}

  static void apply(CommandLine program) {
    arrange(program);
    program.getCommandSpec().usageMessage().optionListHeading("%nOptions:%n");
    program.getSubcommands().values().forEach(HelpLayout::arrangeAll);
  }

  private static void arrangeAll(CommandLine command) {
    arrange(command);
    Map<String, IHelpSectionRenderer> sections = command.getHelpSectionMap();
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

  private static String ownOptions(Help help) {
    List<OptionSpec> own =
        help.commandSpec().options().stream().filter(option -> !option.inherited()).toList();
    return own.isEmpty() ? "" : heading("Options:") + help.optionListExcludingGroups(own);
  }

  private static String whereTheOthersAre(Help help) {
    return String.format(Locale.ROOT, "%nOptions that every command takes: swarmha --help%n%n");
  }

  private static String heading(String text) {
    return String.format(Locale.ROOT, "%n%s%n", text);
  }
}
