package dev.swarmha.cli.complete;

import dev.swarmha.engine.docker.endpoint.EndpointOptions;
import dev.swarmha.engine.docker.endpoint.EndpointOptions.TlsOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * A command line as far as it is typed. Read with patience: what is wrong in it is passed over, for
 * it may yet be mended.
 */
public final class TypedLine {

  /** An option in the line, and the value that it was given there. */
  public record Given(OptionSpec option, Optional<String> value) {

    /** The longest of its names. */
    public String name() {
      return option.longestName();
    }
  }

  private CommandSpec command;
  private final List<Given> options = new ArrayList<>();
  private final List<String> positionals = new ArrayList<>();
  private @Nullable OptionSpec open;
  private boolean optionsEnded;

  private TypedLine(CommandSpec program) {
    this.command = program;
  }

  /** The words up to the one that is being typed, without the name of the program. */
  public static TypedLine of(CommandSpec program, List<String> words) {
    TypedLine line = new TypedLine(program);
    words.forEach(line::accept);
    return line;
  }

  private void accept(String word) {
    OptionSpec waiting = open;
    if (waiting != null) {
      open = null;
      options.add(new Given(waiting, Optional.of(word)));
    } else if (optionsEnded || !word.startsWith("-") || word.equals("-")) {
      acceptPositional(word);
    } else if (word.equals("--")) {
      optionsEnded = true;
    } else if (word.startsWith("--")) {
      acceptLong(word);
    } else {
      acceptShort(word);
    }
  }

  private void acceptPositional(String word) {
    CommandLine sub = command.subcommands().get(word);
    if (sub != null && positionals.isEmpty()) {
      command = sub.getCommandSpec();
    } else {
      positionals.add(word);
    }
  }

  private void acceptLong(String word) {
    int equals = word.indexOf('=');
    OptionSpec option = command.optionsMap().get(equals < 0 ? word : word.substring(0, equals));
    if (option == null) {
      return;
    }
    if (equals >= 0) {
      options.add(new Given(option, Optional.of(word.substring(equals + 1))));
    } else {
      acceptAlone(option);
    }
  }

  /** Several letters may stand behind one dash, and a value behind the last. */
  private void acceptShort(String word) {
    for (int at = 1; at < word.length(); at++) {
      OptionSpec option = command.optionsMap().get("-" + word.charAt(at));
      if (option == null) {
        return;
      }
      String rest = word.substring(at + 1);
      if (takesValue(option) && !rest.isEmpty()) {
        String value = rest.startsWith("=") ? rest.substring(1) : rest;
        options.add(new Given(option, Optional.of(value)));
        return;
      }
      acceptAlone(option);
    }
  }

  private void acceptAlone(OptionSpec option) {
    if (takesValue(option)) {
      open = option;
    } else {
      options.add(new Given(option, Optional.empty()));
    }
  }

  static boolean takesValue(OptionSpec option) {
    return option.arity().min() > 0;
  }

  /** The command that the words have led to. */
  CommandSpec command() {
    return command;
  }

  /** What stands in the line beside commands and options. */
  List<String> positionals() {
    return List.copyOf(positionals);
  }

  /** The option whose value comes next. */
  Optional<OptionSpec> open() {
    return Optional.ofNullable(open);
  }

  /** Whether there can be no more options, as behind {@code --}. */
  boolean optionsEnded() {
    return optionsEnded;
  }

  /** Whether the words lead to a command of this name. */
  public boolean isFor(String name) {
    return command.name().equals(name);
  }

  /** All options in the line. */
  public List<Given> options() {
    return List.copyOf(options);
  }

  /** Whether the line has an option already. */
  public boolean has(String option) {
    return options.stream().anyMatch(each -> isNamed(each.option(), option));
  }

  private List<String> values(String option) {
    return options.stream()
        .filter(each -> isNamed(each.option(), option))
        .flatMap(each -> each.value().stream())
        .toList();
  }

  private static boolean isNamed(OptionSpec option, String name) {
    return Arrays.asList(option.names()).contains(name);
  }

  /** The Engines that the line is for. */
  public EndpointOptions endpoint() {
    Optional<Boolean> verify =
        has("--tlsverify")
            ? Optional.of(!values("--tlsverify").contains("false"))
            : Optional.empty();
    TlsOptions tls =
        new TlsOptions(verify, path("--tlscacert"), path("--tlscert"), path("--tlskey"));
    return new EndpointOptions(values("--host"), values("--context"), tls);
  }

  private Optional<Path> path(String option) {
    return values(option).stream().findFirst().map(Path::of);
  }
}
