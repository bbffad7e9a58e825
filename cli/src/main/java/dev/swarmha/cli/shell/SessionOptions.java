package dev.swarmha.cli.shell;

import dev.swarmha.cli.complete.TypedLine;
import dev.swarmha.cli.complete.TypedLine.Given;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The options that the shell was started with; they hold for each command in it. A command that is
 * given an option of its own has that alone, and one that names its own Engine is for that one.
 */
record SessionOptions(List<Given> options) {

  private static final Set<String> ENDPOINT =
      Set.of("--host", "--context", "--tlsverify", "--tlscacert", "--tlscert", "--tlskey");

  SessionOptions {
    options = List.copyOf(options);
  }

  /** What to write before a line. */
  List<String> before(TypedLine line) {
    boolean ownEngine = namesEngine(line);
    return options.stream()
        .filter(each -> !(ownEngine && ENDPOINT.contains(each.name())))
        .filter(each -> !line.has(each.name()))
        .flatMap(each -> words(each).stream())
        .toList();
  }

  /** Whether a line is for another Engine than the session's. */
  static boolean namesEngine(TypedLine line) {
    return Stream.of("--host", "--context").anyMatch(line::has);
  }

  private static List<String> words(Given given) {
    return List.of(given.name() + given.value().map(value -> "=" + value).orElse(""));
  }
}
