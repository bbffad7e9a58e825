package dev.swarmha.deploy.revision;

import static java.util.Objects.requireNonNull;

import dev.swarmha.deploy.plan.DesiredStack;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.ResourceRef;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a revision keeps of its stack, so that there is a way to it and a way back from it.
 *
 * @param desired the stack as it was to be. Contents of secrets are not in it, and those of configs
 *     as far as there was room
 * @param before the stack as it was before, where this revision goes back to when it fails; empty
 *     where an older version of the program has written it
 */
public record StackRecord(DesiredStack desired, Optional<DesiredStack> before) {

  public StackRecord {
    requireNonNull(desired, "desired");
    requireNonNull(before, "before");
  }

  /** The specs that were asked for, by object. */
  Map<ResourceRef, Mapping> specs() {
    Map<ResourceRef, Mapping> specs = new TreeMap<>();
    desired.resources().forEach(each -> specs.put(each.ref(), each.spec()));
    return specs;
  }
}
