package dev.swarmha.cli.complete;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Which names are wanted.
 *
 * @param stack whose; empty for kinds that belong to no stack
 */
public record NameQuery(NameKind kind, Optional<String> stack) {

  public NameQuery {
    requireNonNull(kind, "kind");
    requireNonNull(stack, "stack");
  }

  /** All names of a kind. */
  public static NameQuery of(NameKind kind) {
    return new NameQuery(kind, Optional.empty());
  }
}
