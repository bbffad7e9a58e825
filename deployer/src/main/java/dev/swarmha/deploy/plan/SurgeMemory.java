package dev.swarmha.deploy.plan;

import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many replicas a service has that are to go again: a label of a service that has more of them
 * for a while, such as {@code 6+2} for two beside its six. It is nobody's wish, and so is neither a
 * difference nor written into files; whoever finds it without the one who wrote it puts the count
 * back.
 *
 * @param before the replicas that the service is to have, and had before
 * @param more how many there are beside them
 */
public record SurgeMemory(long before, long more) {

  /** On a service that has more replicas for a while. */
  public static final String LABEL = "dev.swarmha.surge";

  private static final String LABELS = "Labels";
  private static final Pattern FORM = Pattern.compile("(\\d{1,9})\\+(\\d{1,9})");

  /** What a service spec remembers; empty where it is nothing, or nothing that can be read. */
  public static Optional<SurgeMemory> of(Mapping spec) {
    return spec.mapping(LABELS)
        .text(LABEL)
        .map(FORM::matcher)
        .filter(Matcher::matches)
        .map(
            parts ->
                new SurgeMemory(Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2))));
  }

  /** Whether a service spec has the label, readable or not. */
  public static boolean isIn(Mapping spec) {
    return spec.mapping(LABELS).has(LABEL);
  }

  /** The same spec with so many replicas more, remembering it. */
  public static Mapping raised(Mapping spec, long more) {
    SurgeMemory memory = new SurgeMemory(Replicas.of(spec), more);
    return Replicas.in(spec, memory.before() + more)
        .with(LABELS, spec.mapping(LABELS).with(LABEL, Document.text(memory.toString())));
  }

  /**
   * The same spec as it was before it was raised. Where somebody else has set another number of
   * replicas since, or the label says nothing, the number stays.
   */
  public static Mapping lowered(Mapping spec) {
    return of(spec)
        .filter(memory -> memory.isUntouched(spec))
        .map(memory -> Replicas.in(forgetting(spec), memory.before()))
        .orElseGet(() -> forgetting(spec));
  }

  /** Whether a spec still has the replicas that it was raised to. */
  public boolean isUntouched(Mapping spec) {
    return Replicas.of(spec) == before + more;
  }

  /** The same spec, remembering nothing. */
  static Mapping forgetting(Mapping spec) {
    Mapping labels = spec.mapping(LABELS);
    return labels.has(LABEL) ? spec.with(LABELS, labels.without(LABEL)) : spec;
  }

  @Override
  public String toString() {
    return before + "+" + more;
  }
}
