package dev.swarmha.deploy.revision;

import static java.util.Objects.requireNonNull;

import dev.swarmha.document.Mapping;
import dev.swarmha.engine.ResourceRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the swarm should have if nobody but deploys had changed it: the specs that the revision a
 * stack is at asked for, and those of later deploys that were left half-way. What none of them
 * asked for is drift.
 *
 * @param revision the revision that the stack is at; empty where nothing is known of what it asked
 *     for
 */
public record Asked(Optional<Integer> revision, List<Map<ResourceRef, Mapping>> specs) {

  /** Nothing is known, so that nothing is drift. */
  public static final Asked UNKNOWN = new Asked(Optional.empty(), List.of());

  public Asked {
    requireNonNull(revision, "revision");
    specs = specs.stream().<Map<ResourceRef, Mapping>>map(TreeMap::new).toList();
  }

  public boolean isKnown() {
    return revision.isPresent();
  }

  /** What was asked for an object, once for each revision; nothing where one did not ask for it. */
  public List<Optional<Mapping>> of(ResourceRef object) {
    return specs.stream().map(each -> Optional.ofNullable(each.get(object))).toList();
  }
}
