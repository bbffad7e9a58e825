package dev.swarmha.stack.model;

import dev.swarmha.stack.diagnostic.Diagnostic;
import dev.swarmha.stack.diagnostic.Loaded;
import dev.swarmha.stack.dialect.DialectChoice;
import dev.swarmha.stack.source.Environment;
import dev.swarmha.stack.source.StackSource;
import dev.swarmha.stack.source.StackSources;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Loads stacks that tests write as texts: {@code stack.yml}, {@code stack2.yml} and so on. */
public final class StackText {

  private static final Path BASE = Path.of("/project");

  private StackText() {}

  public static Loaded<Stack> load(String... texts) {
    return load(Map.of(), texts);
  }

  /** Loads a stack as {@code docker stack deploy} reads it. */
  public static Loaded<Stack> load(Map<String, String> variables, String... texts) {
    return load(DialectChoice.STACK, variables, texts);
  }

  /** Loads a stack by the compose specification. */
  public static Loaded<Stack> compose(String... texts) {
    return load(DialectChoice.COMPOSE, Map.of(), texts);
  }

  public static Loaded<Stack> load(
      DialectChoice choice, Map<String, String> variables, String... texts) {
    List<StackSource> sources = new ArrayList<>();
    for (String text : texts) {
      String number = sources.isEmpty() ? "" : String.valueOf(sources.size() + 1);
      sources.add(new StackSource("stack" + number + ".yml", text));
    }
    return new StackLoader(new Environment(variables))
        .load(choice, new StackSources(sources, BASE));
  }

  /** The errors of a stack that cannot be loaded, as lines. */
  public static List<String> errors(String... texts) {
    return load(texts).errors().stream().map(Diagnostic::toString).toList();
  }

  public static List<String> warnings(String... texts) {
    return load(texts).warnings().stream().map(Diagnostic::toString).toList();
  }
}
