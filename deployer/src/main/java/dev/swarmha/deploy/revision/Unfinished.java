package dev.swarmha.deploy.revision;

import static java.util.Objects.requireNonNull;

import dev.swarmha.deploy.plan.DesiredStack;
import dev.swarmha.engine.ResourceRef;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The newest revision of a stack, where it has left the stack somewhere on a way.
 *
 * @param before what the stack was before it, and before all others that were cut off, too; empty
 *     where no revision tells
 * @param asked the objects that these revisions asked for, made or not
 */
public record Unfinished(Revision revision, Optional<DesiredStack> before, Set<ResourceRef> asked) {

  public Unfinished {
    requireNonNull(revision, "revision");
    requireNonNull(before, "before");
    asked = new TreeSet<>(asked);
  }

  /** What only these revisions can have made. */
  public Set<ResourceRef> made() {
    Set<ResourceRef> made = new TreeSet<>(asked);
    before.ifPresentOrElse(
        stack -> stack.resources().forEach(each -> made.remove(each.ref())), made::clear);
    return made;
  }
}
