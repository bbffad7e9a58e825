package dev.swarmha.deploy.plan;

import static java.util.Objects.requireNonNull;

import dev.swarmha.document.FieldChange;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceRef;
import dev.swarmha.engine.WriteOptions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One call to the Engine, decided beforehand.
 *
 * @param number its place in the plan, from 1
 * @param spec the spec after it; empty for removals. References to networks, secrets and configs
 *     stand in it by name and are completed with ids when the step is made
 * @param observed the object as it was read; empty for creations
 * @param changes what differs, for updates
 * @param cause why, in words
 * @param after the numbers of the steps that must have been made before
 * @param needs how far other services must have come before
 */
public record Step(
    int number,
    Verb verb,
    ResourceRef target,
    Optional<Mapping> spec,
    WriteOptions options,
    Optional<Resource> observed,
    List<FieldChange> changes,
    String cause,
    Set<Integer> after,
    List<Requirement> needs) {

  /** What a step does to its object. */
  public enum Verb {
    CREATE("create"),
    UPDATE("update"),
    REMOVE("remove");

    private final String word;

    Verb(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  public Step {
    requireNonNull(verb, "verb");
    requireNonNull(target, "target");
    requireNonNull(spec, "spec");
    requireNonNull(options, "options");
    requireNonNull(observed, "observed");
    changes = List.copyOf(changes);
    requireNonNull(cause, "cause");
    after = new TreeSet<>(after);
    needs = List.copyOf(needs);
    if (verb != Verb.REMOVE && spec.isEmpty()) {
      throw new IllegalArgumentException("a step that writes needs a spec: " + target);
    }
    if (verb != Verb.CREATE && observed.isEmpty()) {
      throw new IllegalArgumentException("a step that changes needs what it changes: " + target);
    }
  }

  /** The same step of the plan, made from another observation of its object. */
  public Step on(Verb otherVerb, Optional<Mapping> otherSpec, Optional<Resource> found) {
    return new Step(
        number, otherVerb, target, otherSpec, options, found, changes, cause, after, needs);
  }
}
