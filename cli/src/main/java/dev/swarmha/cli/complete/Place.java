package dev.swarmha.cli.complete;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * The place of the cursor in a command line, and what can stand there.
 *
 * @param known what the program knows by itself: commands, or options
 * @param source where else it can come from
 * @param attached how much of the word is there already and stays, such as {@code --context=}
 * @param stack the stack that stands earlier in the line
 * @param taken what stands in the line already, and not twice
 */
public record Place(
    List<Candidate> known,
    Source source,
    String attached,
    Optional<String> stack,
    List<String> taken) {

  /**
   * The place behind the words of a line, in a word that has begun.
   *
   * @param words the words that stand for the values of a type
   */
  public static Place of(TypedLine line, String word, Function<Class<?>, List<String>> words) {
    Optional<OptionSpec> open = line.open();
    if (open.isPresent()) {
      return valueOf(line, open.get(), "", words);
    }
    if (line.optionsEnded() || !word.startsWith("-")) {
      return positional(line, words);
    }
    int equals = word.indexOf('=');
    if (equals < 0) {
      return known(options(line));
    }
    OptionSpec option = line.command().optionsMap().get(word.substring(0, equals));
    return option == null
        ? known(List.of())
        : valueOf(line, option, word.substring(0, equals + 1), words);
  }

  private static Place known(List<Candidate> candidates) {
    return new Place(candidates, Source.FREE, "", Optional.empty(), List.of());
  }

  private static Place valueOf(
      TypedLine line, ArgSpec argument, String attached, Function<Class<?>, List<String>> words) {
    Optional<String> stack = line.positionals().stream().findFirst();
    return new Place(List.of(), Source.of(argument, words), attached, stack, line.positionals());
  }

  private static Place positional(TypedLine line, Function<Class<?>, List<String>> words) {
    CommandSpec command = line.command();
    if (!command.subcommands().isEmpty()) {
      return known(line.positionals().isEmpty() ? commands(command) : List.of());
    }
    int index = line.positionals().size();
    Optional<PositionalParamSpec> parameter =
        command.positionalParameters().stream()
            .filter(each -> each.index().contains(index))
            .findFirst();
    return parameter.map(each -> valueOf(line, each, "", words)).orElseGet(() -> known(List.of()));
  }

  private static List<Candidate> commands(CommandSpec command) {
    return command.subcommands().entrySet().stream()
        .filter(each -> !each.getValue().getCommandSpec().usageMessage().hidden())
        .map(each -> Candidate.of(each.getKey(), Described.command(each.getValue())))
        .toList();
  }

  private static List<Candidate> options(TypedLine line) {
    return line.command().options().stream()
        .filter(option -> !option.hidden())
        .filter(option -> option.isMultiValue() || !line.has(option.longestName()))
        .flatMap(
            option ->
                Arrays.stream(option.names())
                    .map(name -> Candidate.of(name, Described.option(option))))
        .toList();
  }

  /** What can stand there, as far as it begins with the word. */
  public List<Candidate> candidates(String word, LiveNames names) {
    List<Candidate> all = new ArrayList<>(known);
    source.words().forEach(each -> all.add(Candidate.of(each).behind(attached)));
    queries(word.substring(attached.length()))
        .flatMap(each -> names.of(each).stream())
        .filter(each -> !taken.contains(each.value()))
        .forEach(each -> all.add(each.behind(attached)));
    return all.stream().filter(each -> each.value().startsWith(word)).distinct().toList();
  }

  private Stream<NameQuery> queries(String typed) {
    return source.names().stream()
        .filter(kind -> kind != NameKind.TASK || typed.contains("."))
        .map(kind -> isOfStack(kind) ? new NameQuery(kind, stack) : NameQuery.of(kind));
  }

  private static boolean isOfStack(NameKind kind) {
    return kind == NameKind.REVISION || kind == NameKind.SERVICE_OF_STACK;
  }
}
