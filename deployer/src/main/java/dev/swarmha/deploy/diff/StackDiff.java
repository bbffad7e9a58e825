package dev.swarmha.deploy.diff;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * What a deploy of a file would change, in the order in which it would.
 *
 * @param revision the revision that drift is measured against; empty where the stack is at none, or
 *     where it does not tell what it asked for
 * @param notes worth knowing beside: drift that the file agrees with, and what cannot be compared
 */
public record StackDiff(
    String stack, Optional<Integer> revision, List<ObjectDiff> objects, List<String> notes) {

  public StackDiff {
    requireNonNull(stack, "stack");
    requireNonNull(revision, "revision");
    objects = List.copyOf(objects);
    notes = List.copyOf(notes);
  }

  public boolean isEmpty() {
    return objects.isEmpty();
  }
}
