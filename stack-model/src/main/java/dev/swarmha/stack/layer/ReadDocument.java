package dev.swarmha.stack.layer;

import static java.util.Objects.requireNonNull;

import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Origin;
import java.util.Map;

/**
 * One document of a file that took part in a stack.
 *
 * @param whole all of it, as it was written
 * @param taken what counts of it, with its variables replaced: all, or the services that others
 *     extend
 * @param resets the keys that take out what earlier files say, and where they stand
 */
public record ReadDocument(Mapping whole, Mapping taken, Map<DocumentPath, Origin> resets) {

  private static final String SERVICES = "services";

  public ReadDocument {
    requireNonNull(whole, "whole");
    requireNonNull(taken, "taken");
    resets = Map.copyOf(resets);
  }

  /** The same document, of which more is taken. */
  ReadDocument and(Mapping more) {
    Mapping services =
        Mapping.builder()
            .putAll(more.mapping(SERVICES))
            .putAll(taken.mapping(SERVICES))
            .build(taken.mapping(SERVICES).origin());
    Mapping both = Mapping.builder().putAll(more).putAll(taken).build(taken.origin());
    return new ReadDocument(
        whole, both.has(SERVICES) ? both.with(SERVICES, services) : both, resets);
  }
}
