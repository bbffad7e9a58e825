package dev.swarmha.cli.error;

import dev.swarmha.stack.validate.Suggestion;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says which word of a command line is wrong, and which one was probably meant. */
final class WrongWords {

  /** How a line begins that says what was left out. */
  static final String MISSING = "missing ";

  private static final String OPTION = "--";

  /** Fewer letters are the beginning of anything. */
  private static final int TELLING = 3;

  private WrongWords() {}

  /** One line about it. */
  static String of(ParameterException wrong, List<String> arguments) {
    CommandSpec command = wrong.getCommandLine().getCommandSpec();
    Optional<String> stray = strayWord(command.root(), arguments);
    if (stray.isPresent()) {
      return stray.get();
    }
    if (wrong instanceof UnmatchedArgumentException unmatched) {
      return unmatched(unmatched.getUnmatched(), command);
    }
    // Whoever slips in an option's name has left it out, too, and its value is taken for a name.
    Optional<String> slip =
        arguments.stream().filter(word -> isUnknownOption(word, command)).findFirst();
    if (slip.isPresent()) {
      return unknownOption(slip.get(), command);
    }
    if (wrong instanceof MissingParameterException missing) {
      return MISSING
          + String.join(", ", missing.getMissing().stream().map(WrongWords::name).toList());
    }
    return String.valueOf(wrong.getMessage())
        .replaceFirst(
            "Invalid value for positional parameter at index \\S+ \\((\\S+)\\): ", "wrong $1: ");
  }

  /** A word before the command that belongs to another tool: {@code stack deploy}. */
  private static Optional<String> strayWord(CommandSpec root, List<String> arguments) {
    int first = 0;
    while (first < arguments.size() && arguments.get(first).startsWith("-")) {
      OptionSpec option = root.findOption(name(arguments.get(first)));
      boolean takesNext =
          option != null && option.arity().max() > 0 && !arguments.get(first).contains("=");
      first += takesNext ? 2 : 1;
    }
    if (first + 1 >= arguments.size()) {
      return Optional.empty();
    }
    String word = arguments.get(first);
    String next = arguments.get(first + 1);
    boolean isKnown = root.subcommands().containsKey(word) || !meant(word, root).isEmpty();
    return isKnown || !root.subcommands().containsKey(next)
        ? Optional.empty()
        : Optional.of(
            "unknown command '" + word + "'; did you mean '" + next + "', without '" + word + "'?");
  }

  private static boolean isUnknownOption(String word, CommandSpec command) {
    return word.startsWith(OPTION)
        && word.length() > OPTION.length()
        && command.findOption(name(word)) == null
        && command.root().findOption(name(word)) == null;
  }

  private static String unmatched(List<String> words, CommandSpec command) {
    String first = words.get(0);
    if (first.length() > 1 && first.startsWith("-")) {
      return unknownOption(first, command);
    }
    if (!command.subcommands().isEmpty()) {
      return unknownCommand(first, command);
    }
    return (words.size() == 1 ? "unexpected argument " : "unexpected arguments ")
        + String.join(", ", words.stream().map(word -> "'" + word + "'").toList());
  }

  private static String unknownOption(String written, CommandSpec command) {
    TreeSet<String> known = new TreeSet<>();
    command.options().stream()
        .filter(option -> !option.hidden())
        .map(option -> option.longestName())
        .filter(name -> name.startsWith(OPTION))
        .forEach(name -> known.add(name.substring(OPTION.length())));
    return "unknown option '"
        + name(written)
        + "'"
        + meant(name(written).replaceFirst("^-+", ""), known, OPTION);
  }

  private static String unknownCommand(String written, CommandSpec command) {
    return "unknown command '" + before(command) + written + "'" + meant(written, command);
  }

  private static String meant(String written, CommandSpec command) {
    TreeSet<String> known = new TreeSet<>();
    command.subcommands().forEach((name, sub) -> addShown(name, sub, known));
    return meant(written, known, before(command));
  }

  private static String before(CommandSpec command) {
    return command.parent() == null ? "" : command.name() + " ";
  }

  private static void addShown(String name, CommandLine command, Collection<String> names) {
    if (!command.getCommandSpec().usageMessage().hidden()) {
      names.add(name);
    }
  }

  private static String meant(String written, Collection<String> known, String before) {
    return begun(written, known)
        .or(() -> Suggestion.close(written, known))
        .map(word -> "; did you mean '" + before + word + "'?")
        .orElse("");
  }

  /** The only word that begins so. */
  private static Optional<String> begun(String written, Collection<String> known) {
    List<String> found = known.stream().filter(word -> word.startsWith(written)).toList();
    return written.length() >= TELLING && found.size() == 1
        ? Optional.of(found.get(0))
        : Optional.empty();
  }

  /** {@code option -c, --compose-file=FILE}, or the label of an operand. */
  private static String name(ArgSpec missing) {
    return missing instanceof OptionSpec option
        ? "option " + String.join(", ", option.names()) + "=" + option.paramLabel()
        : missing.paramLabel();
  }

  private static String name(String word) {
    int value = word.indexOf('=');
    return value < 0 ? word : word.substring(0, value);
  }
}
