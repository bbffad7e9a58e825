package dev.swarmha.deploy;

import static java.util.Objects.requireNonNull;

import dev.swarmha.deploy.LoadStack.Opened;
import dev.swarmha.deploy.LoadStack.StackFiles;
import dev.swarmha.stack.diagnostic.Diagnostic;
import dev.swarmha.stack.diagnostic.Loaded;
import dev.swarmha.stack.dialect.Dialect;
import dev.swarmha.stack.dialect.DialectChoice;
import dev.swarmha.stack.model.Stack;
import dev.swarmha.stack.model.StackLoader;
import dev.swarmha.stack.model.StackLoader.Trace;
import dev.swarmha.stack.validate.KeyExplainer;
import dev.swarmha.stack.validate.KeyFate;
import java.util.List;
import java.util.Optional;

/** Says how stack files are read: in which dialect and why, and what becomes of each key. */
public final class ExplainStack {

  private final LoadStack load;

  public ExplainStack(LoadStack load) {
    this.load = load;
  }

  /**
   * How files are read.
   *
   * @param reason why in this dialect
   * @param keys every key of every file that takes part, included and extended ones too, in the
   *     order in which they are read
   * @param errors what is wrong with the files; empty when they can be deployed
   */
  public record Explanation(
      Dialect dialect, String reason, List<KeyFate> keys, List<Diagnostic> errors) {
    public Explanation {
      requireNonNull(dialect, "dialect");
      requireNonNull(reason, "reason");
      keys = List.copyOf(keys);
      errors = List.copyOf(errors);
    }
  }

  /** Explains files as far as they can be read, the wrong ones too. */
  public Loaded<Explanation> run(StackFiles files) {
    return load.open(files).map(opened -> explain(files, opened));
  }

  private static Explanation explain(StackFiles files, Opened opened) {
    StackLoader loader =
        new StackLoader(opened.environment(), Optional.empty(), files.readDotEnv());
    Loaded<Stack> loaded = loader.load(files.dialect(), opened.sources());
    Dialect dialect = loaded.value().map(Stack::dialect).orElseGet(() -> asked(files.dialect()));
    String reason = "as --dialect asks for it";
    if (files.dialect() == DialectChoice.AUTO) {
      Loaded<Stack> strict = loader.load(DialectChoice.STACK, opened.sources());
      reason =
          strict.isOk()
              ? Dialect.STACK.authority() + " accepts the files"
              : Dialect.STACK.authority() + " would refuse this: " + strict.errors().get(0);
    }
    Trace trace = loader.trace(dialect, opened.sources());
    return new Explanation(dialect, reason, keys(dialect, trace), trace.loaded().errors());
  }

  /** What neither reading accepts is explained by the more generous one. */
  private static Dialect asked(DialectChoice choice) {
    return choice == DialectChoice.STACK ? Dialect.STACK : Dialect.COMPOSE;
  }

  private static List<KeyFate> keys(Dialect dialect, Trace trace) {
    KeyExplainer explainer = new KeyExplainer(dialect, trace.loaded().diagnostics());
    return trace.documents().stream()
        .flatMap(one -> explainer.explain(one.whole(), one.taken(), one.resets()).stream())
        .toList();
  }
}
