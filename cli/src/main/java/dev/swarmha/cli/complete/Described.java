package dev.swarmha.cli.complete;

import java.util.Arrays;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Commands and options in a few words: what their help begins with. */
final class Described {

  private static final int SHORTEST = 12;
  private static final int LONGEST = 60;

  private Described() {}

  static String command(CommandLine command) {
    return brief(Arrays.stream(command.getCommandSpec().usageMessage().description()));
  }

  static String option(OptionSpec option) {
    return brief(Arrays.stream(option.description()));
  }

  /** The first sentence, without what is told for careful readers. */
  private static String brief(Stream<String> lines) {
    String text = lines.reduce((first, next) -> first + " " + next).orElse("");
    for (String end : new String[] {". ", "; ", ": ", " ("}) {
      int at = text.indexOf(end, SHORTEST);
      text = at < 0 ? text : text.substring(0, at);
    }
    text = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    return text.length() <= LONGEST ? text : shortened(text);
  }

  private static String shortened(String text) {
    String head = text.substring(0, LONGEST);
    int comma = head.lastIndexOf(", ");
    int blank = head.lastIndexOf(' ');
    return comma > LONGEST / 2 ? head.substring(0, comma) : head.substring(0, blank) + " ...";
  }
}
