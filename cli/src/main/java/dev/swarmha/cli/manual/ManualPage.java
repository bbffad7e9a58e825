package dev.swarmha.cli.manual;

import dev.swarmha.cli.command.Examples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * The manual page of one command.
 *
 * @param name without suffix, such as {@code swarmha-node-ls}
 * @param text in the language of man(7)
 */
public record ManualPage(String name, String text) {

  /** A page for a command and for each one below that is not hidden. */
  public static List<ManualPage> of(CommandLine command) {
    List<ManualPage> pages = new ArrayList<>();
    pages.add(page(command.getCommandSpec()));
    below(command).forEach(sub -> pages.addAll(of(sub)));
    return pages;
  }

  private static ManualPage page(CommandSpec spec) {
    String name = name(spec);
    Troff page = new Troff(name);
    String description = plain(spec.usageMessage().description());
    page.section("NAME").raw(name.replace("-", "\\-") + " \\- " + summary(description));
    page.section("SYNOPSIS").raw(Troff.bold(spec.qualifiedName()) + synopsis(spec));
    page.section("DESCRIPTION").text(description);
    arguments(spec, page);
    options(spec, page);
    commands(spec, page);
    List<String> footer = plainLines(spec.usageMessage().footer());
    if (!footer.isEmpty()) {
      page.section("NOTES").paragraphs(footer);
    }
    List<String> examples = Examples.Finder.of(spec);
    if (!examples.isEmpty()) {
      page.section("EXAMPLES").verbatim(examples);
    }
    if (spec.parent() != null) {
      page.section("SEE ALSO").text(name(spec.parent()) + "(1)");
    }
    return new ManualPage(name, page.page());
  }

  private static String name(CommandSpec spec) {
    return spec.qualifiedName("-");
  }

  private static String summary(String description) {
    String line = description.lines().findFirst().orElse("").strip();
    return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
  }

  private static String synopsis(CommandSpec spec) {
    String words = spec.commandLine().getHelp().synopsis(0).replaceAll("\\s+", " ").strip();
    return " " + words.substring(Math.min(words.length(), spec.qualifiedName().length())).strip();
  }

  private static void arguments(CommandSpec spec, Troff page) {
    List<PositionalParamSpec> shown =
        spec.positionalParameters().stream().filter(argument -> !argument.hidden()).toList();
    if (!shown.isEmpty()) {
      page.section("ARGUMENTS");
      shown.forEach(argument -> page.item(argument.paramLabel(), plain(argument.description())));
    }
  }

  /** Those of every command are in the page of the program alone. */
  private static void options(CommandSpec spec, Troff page) {
    List<OptionSpec> own =
        spec.options().stream().filter(each -> !each.hidden() && !each.inherited()).toList();
    page.section("OPTIONS");
    own.forEach(option -> page.item(words(option), plain(option.description())));
    if (spec.parent() != null) {
      page.raw(".PP").text("Options that every command takes: see " + name(spec.root()) + "(1).");
    }
  }

  private static String words(OptionSpec option) {
    return String.join(", ", option.names()) + value(option);
  }

  private static String value(ArgSpec option) {
    if (option.arity().max() == 0) {
      return "";
    }
    return option.arity().min() == 0 ? "[=" + option.paramLabel() + "]" : "=" + option.paramLabel();
  }

  private static void commands(CommandSpec spec, Troff page) {
    List<CommandLine> below = below(spec.commandLine());
    if (below.isEmpty()) {
      return;
    }
    page.section("COMMANDS");
    for (CommandLine sub : below) {
      page.item(
          name(sub.getCommandSpec()) + "(1)",
          plain(sub.getCommandSpec().usageMessage().description()));
    }
  }

  private static List<CommandLine> below(CommandLine command) {
    Collection<CommandLine> all = command.getSubcommands().values();
    return all.stream().filter(sub -> !sub.getCommandSpec().usageMessage().hidden()).toList();
  }

  private static String plain(String... lines) {
    return String.join("\n", plainLines(lines));
  }

  private static List<String> plainLines(String... lines) {
    return Arrays.stream(lines)
        .flatMap(line -> Stream.of(Ansi.OFF.string(line).split("\\R|%n")))
        .toList();
  }
}
