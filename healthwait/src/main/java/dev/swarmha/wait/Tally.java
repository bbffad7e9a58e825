package dev.swarmha.wait;

import dev.swarmha.engine.ResourceId;
import java.util.List;
import java.util.Set;

/**
 * How far a rollout is.
 *
 * @param done how many places of the service have what is wanted there
 * @param wanted how many places there should be
 * @param standing the tasks whose staying up the count rests on
 * @param open the places that have had tasks but not yet what is wanted
 * @param outdated how many tasks of another spec stand in the way of convergence
 */
record Tally(int done, int wanted, Set<ResourceId> standing, List<Slot> open, int outdated) {

  Tally {
    standing = Set.copyOf(standing);
    open = List.copyOf(open);
  }

  boolean isComplete() {
    return done == wanted && outdated == 0;
  }
}
