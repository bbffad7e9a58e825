package dev.swarmha.deploy.plan;

import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import java.util.Optional;

/**
 * How many tasks a stopped service is to have when it is started again: a label of the service,
 * which is nobody's wish, and so is neither a difference nor written into files.
 */
public final class ReplicaMemory {

  /** On a service that was stopped: the number of its replicas before. */
  public static final String LABEL = "dev.swarmha.replicas";

  private static final String LABELS = "Labels";

  private ReplicaMemory() {}

  /** What the label of a service spec says, whatever that is; empty where there is none. */
  public static Optional<String> of(Mapping spec) {
    return spec.mapping(LABELS).text(LABEL);
  }

  /** The same spec, remembering this. */
  public static Mapping remembering(Mapping spec, String replicas) {
    return spec.with(LABELS, spec.mapping(LABELS).with(LABEL, Document.text(replicas)));
  }

  /** The same spec, remembering nothing. */
  public static Mapping forgetting(Mapping spec) {
    Mapping labels = spec.mapping(LABELS);
    return labels.has(LABEL) ? spec.with(LABELS, labels.without(LABEL)) : spec;
  }

  /** A spec that takes over the replicas of a live one, and so what that remembers of them. */
  static Mapping takenOver(Mapping spec, Mapping live) {
    return of(live).map(replicas -> remembering(spec, replicas)).orElse(spec);
  }
}
