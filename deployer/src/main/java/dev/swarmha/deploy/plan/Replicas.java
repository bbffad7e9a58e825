package dev.swarmha.deploy.plan;

import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;

/** The number of replicas in the spec of a replicated service. */
public final class Replicas {

  /** Where it stands. */
  public static final DocumentPath PATH = DocumentPath.of("Mode", "Replicated", "Replicas");

  private Replicas() {}

  /** The number; the Engine takes a missing one for one (swarmkit {@code api/defaults}). */
  public static long of(Mapping spec) {
    return spec.at(PATH).flatMap(Document::asLong).orElse(1L);
  }

  /** The same spec with another number. */
  static Mapping in(Mapping spec, long replicas) {
    return spec.withAt(PATH, Document.number(replicas));
  }
}
