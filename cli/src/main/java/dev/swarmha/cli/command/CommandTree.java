package dev.swarmha.cli.command;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The program's commands. Picocli spends most of a start on looking at the options of commands that
 * nobody has asked for, so it gets to see as little as a command line can be about.
 */
public final class CommandTree {

  /** They are about all commands. */
  private static final Set<String> OVERVIEWS = Set.of("completion", "__complete", "shell");

  private CommandTree() {}

  /** All commands with all that they take. */
  public static CommandLine whole(RootCommand root) {
    return listed(root, name -> true);
  }

  /** As much of the tree as it takes to run a command line. */
  public static CommandLine of(RootCommand root, List<String> words) {
    if (words.stream().anyMatch(OVERVIEWS::contains)) {
      return whole(root);
    }
    String first = words.isEmpty() ? "" : words.get(0);
    Class<?> type = RootCommand.COMMANDS.get(first);
    if (type != null) {
      return new CommandLine(root).addSubcommand(first, type);
    }
    // Picocli replaces @FILE with words that are not known here.
    boolean anything = words.stream().anyMatch(word -> word.startsWith("@"));
    return anything ? whole(root) : listed(root, Set.copyOf(words)::contains);
  }

  /** With every command, but of those that are not wanted only what a list of them shows. */
  private static CommandLine listed(RootCommand root, Predicate<String> wanted) {
    CommandLine program = new CommandLine(root);
    RootCommand.COMMANDS.forEach(
        (name, type) -> program.addSubcommand(name, wanted.test(name) ? type : entry(type)));
    return program;
  }

  private static CommandSpec entry(Class<?> type) {
    Command command = type.getAnnotation(Command.class);
    CommandSpec spec = CommandSpec.create();
    spec.usageMessage().description(command.description()).hidden(command.hidden());
    return spec;
  }
}
