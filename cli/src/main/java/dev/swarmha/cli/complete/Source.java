package dev.swarmha.cli.complete;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.Model.ArgSpec;

/**
 * Where the values of an argument come from: a few words, names in a swarm, files, or, if all are
 * empty, nobody knows.
 */
public record Source(List<String> words, List<NameKind> names, boolean files) {

  /** Durations, numbers, texts. */
  public static final Source FREE = new Source(List.of(), List.of(), false);

  public Source {
    words = List.copyOf(words);
    names = List.copyOf(names);
  }

  /**
   * That of one argument.
   *
   * @param words the words that stand for the values of a type; none for types with other values
   */
  static Source of(ArgSpec argument, Function<Class<?>, List<String>> words) {
    if (argument.completionCandidates() instanceof Named named) {
      return new Source(List.of(), named.kinds(), false);
    }
    Class<?> type = argument.auxiliaryTypes()[0];
    if (type == Path.class || argument.paramLabel().equals("FILE")) {
      return new Source(List.of(), List.of(), true);
    }
    return new Source(words.apply(type), List.of(), false);
  }
}
