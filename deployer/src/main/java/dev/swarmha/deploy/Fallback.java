package dev.swarmha.deploy;

import static java.util.Objects.requireNonNull;

import dev.swarmha.deploy.plan.DesiredStack;
import dev.swarmha.deploy.revision.Revision;
import dev.swarmha.deploy.revision.RevisionStore;
import dev.swarmha.deploy.revision.Unfinished;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.ResourceRef;
import dev.swarmha.engine.Snapshot;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a stack goes back to when a rollout fails: what it is now, or, where an earlier rollout was
 * cut off, what it was before that.
 *
 * @param revision the revision that this is; empty where it is none
 * @param unfinished the revision that was cut off
 */
record Fallback(DesiredStack stack, Optional<Integer> revision, Optional<Unfinished> unfinished) {

  Fallback {
    requireNonNull(stack, "stack");
    requireNonNull(revision, "revision");
    requireNonNull(unfinished, "unfinished");
  }

  static Fallback of(
      String stack, List<Revision> revisions, Optional<Unfinished> unfinished, Snapshot now) {
    Optional<Integer> current = RevisionStore.current(revisions).map(Revision::number);
    Optional<DesiredStack> before = unfinished.flatMap(Unfinished::before);
    if (before.isPresent()) {
      return new Fallback(before.get(), current, unfinished);
    }
    return new Fallback(
        DesiredStack.observed(stack, now),
        isSettled(revisions) ? current : Optional.empty(),
        unfinished);
  }

  /** Whether a stack is what its newest deployed revision made of it, as far as is known. */
  static boolean isSettled(List<Revision> revisions) {
    if (revisions.isEmpty()) {
      return true;
    }
    Revision newest = revisions.get(revisions.size() - 1);
    return newest.isDeployed() || newest.state() == Revision.State.ROLLED_BACK;
  }

  /** Whether there was no stack. */
  boolean isNothing() {
    return stack.all(ResourceKind.SERVICE).isEmpty();
  }

  /** What was made by rollouts that were cut off and is not part of this stack. */
  Set<ResourceRef> leftBehind(DesiredStack desired) {
    Set<ResourceRef> left = new TreeSet<>();
    unfinished.ifPresent(cut -> left.addAll(cut.made()));
    desired.resources().forEach(each -> left.remove(each.ref()));
    left.removeAll(desired.externals());
    return left;
  }
}
