package dev.swarmha.stack.diagnostic;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The result of reading something that people write: a value, perhaps with warnings, or else the
 * errors that prevent it. There is a value exactly when there is no error.
 */
public record Loaded<T>(Optional<T> value, List<Diagnostic> diagnostics) {

  public Loaded {
    requireNonNull(value, "value");
    diagnostics = List.copyOf(diagnostics);
    if (value.isPresent() == diagnostics.stream().anyMatch(Diagnostic::isError)) {
      throw new IllegalArgumentException("there must be either a value or errors");
    }
  }

  public static <T> Loaded<T> of(T value) {
    return new Loaded<>(Optional.of(value), List.of());
  }

  /** A value, and the warnings that came up on the way. */
  public static <T> Loaded<T> of(T value, List<Diagnostic> warnings) {
    return new Loaded<>(Optional.of(value), warnings);
  }

  public static <T> Loaded<T> failed(List<Diagnostic> diagnostics) {
    return new Loaded<>(Optional.empty(), diagnostics);
  }

  public static <T> Loaded<T> failed(Diagnostic error) {
    return failed(List.of(error));
  }

  public boolean isOk() {
    return value.isPresent();
  }

  public List<Diagnostic> errors() {
    return diagnostics.stream().filter(Diagnostic::isError).toList();
  }

  public List<Diagnostic> warnings() {
    return diagnostics.stream().filter(one -> !one.isError()).toList();
  }

  public <R> Loaded<R> map(Function<? super T, ? extends R> change) {
    return new Loaded<>(value.map(change), diagnostics);
  }

  /** Goes on with the value, keeping the diagnostics of both parts. */
  public <R> Loaded<R> then(Function<? super T, Loaded<R>> next) {
    if (value.isEmpty()) {
      return failed(diagnostics);
    }
    Loaded<R> result = next.apply(value.get());
    List<Diagnostic> both = new ArrayList<>(diagnostics);
    both.addAll(result.diagnostics);
    return new Loaded<>(result.value, both);
  }
}
