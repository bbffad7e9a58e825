package dev.swarmha.deploy.view;

import dev.swarmha.deploy.UnknownStack;
import dev.swarmha.deploy.revision.Revision;
import dev.swarmha.deploy.revision.RevisionStore;
import dev.swarmha.engine.NotFoundException;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.Selector;
import dev.swarmha.engine.SwarmEngine;
import java.util.List;
import java.util.Optional;

/** Lists the revisions of a stack, the oldest first. */
public final class ListRevisions {

  private final SwarmEngine engine;

  public ListRevisions(SwarmEngine engine) {
    this.engine = engine;
  }

  /**
   * Lists them.
   *
   * @throws NotFoundException when the stack has none
   */
  public List<PastRevision> run(String stack) {
    List<Revision> revisions = new RevisionStore(engine).list(stack);
    if (revisions.isEmpty() && engine.list(ResourceKind.SERVICE, Selector.stack(stack)).isEmpty()) {
      throw UnknownStack.named(stack, engine);
    }
    if (revisions.isEmpty()) {
      throw new NotFoundException(
          "stack \"" + stack + "\" has no revisions: swarmha has not deployed it yet");
    }
    Optional<Integer> current = RevisionStore.current(revisions).map(Revision::number);
    return revisions.stream()
        .map(each -> new PastRevision(each, current.equals(Optional.of(each.number()))))
        .toList();
  }

  /** One revision, and whether it is the one that the stack is at. */
  public record PastRevision(Revision revision, boolean current) {}
}
