package dev.swarmha.cli.complete;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * A command as the completion scripts know it.
 *
 * @param path its names from the program on, without the program's; empty for the program
 * @param commands those below it
 * @param options its own, without those that every command takes; for the program those as well
 * @param common those that every command takes; at the program alone
 * @param parameters in their order
 */
record ScriptCommand(
    String path,
    List<Candidate> commands,
    List<Option> options,
    List<Option> common,
    List<Parameter> parameters) {

  /**
   * An option.
   *
   * @param label how its value is called
   */
  record Option(
      List<String> names,
      String description,
      boolean takesValue,
      boolean repeatable,
      String label,
      Source source) {}

  /**
   * An argument.
   *
   * @param index its place, from 0; that of the first where there can be several
   */
  record Parameter(int index, boolean several, String label, Source source) {}

  /** The program and all commands that are not hidden, each before those below it. */
  static List<ScriptCommand> all(CommandSpec program, Function<Class<?>, List<String>> words) {
    List<ScriptCommand> all = new ArrayList<>();
    collect("", program, words, all);
    return all;
  }

  private static void collect(
      String path,
      CommandSpec spec,
      Function<Class<?>, List<String>> words,
      List<ScriptCommand> all) {
    boolean program = path.isEmpty();
    List<Candidate> commands = new ArrayList<>();
    all.add(
        new ScriptCommand(
            path,
            commands,
            options(spec, words, option -> !(program ? isCommon(option) : option.inherited())),
            program ? options(spec, words, ScriptCommand::isCommon) : List.of(),
            parameters(spec, words)));
    spec.subcommands()
        .forEach(
            (name, sub) -> {
              if (!sub.getCommandSpec().usageMessage().hidden()) {
                commands.add(Candidate.of(name, Described.command(sub)));
                collect(program ? name : path + " " + name, sub.getCommandSpec(), words, all);
              }
            });
  }

  private static boolean isCommon(OptionSpec option) {
    return option.scopeType() == picocli.CommandLine.ScopeType.INHERIT;
  }

  private static List<Option> options(
      CommandSpec spec, Function<Class<?>, List<String>> words, Predicate<OptionSpec> which) {
    return spec.options().stream()
        .filter(option -> !option.hidden())
        .filter(which)
        .map(
            option ->
                new Option(
                    Arrays.asList(option.names()),
                    Described.option(option),
                    TypedLine.takesValue(option),
                    option.isMultiValue(),
                    option.paramLabel(),
                    Source.of(option, words)))
        .toList();
  }

  private static List<Parameter> parameters(
      CommandSpec spec, Function<Class<?>, List<String>> words) {
    return spec.positionalParameters().stream()
        .map(
            each ->
                new Parameter(
                    each.index().min(),
                    each.index().max() > each.index().min(),
                    each.paramLabel(),
                    Source.of(each, words)))
        .toList();
  }
}
