package dev.swarmha.deploy.store;

import dev.swarmha.deploy.lock.StackLock;
import dev.swarmha.deploy.revision.RevisionStore;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.Selector;
import dev.swarmha.engine.SwarmEngine;
import java.util.List;

/** Lists secrets or configs; what swarmha keeps for itself is left out. */
public final class ListStored {

  private final SwarmEngine engine;

  public ListStored(SwarmEngine engine) {
    this.engine = engine;
  }

  public List<Resource> run(StoredKind stored) {
    return engine.list(stored.kind(), Selector.all()).stream()
        .filter(resource -> !resource.labels().containsKey(RevisionStore.STACK_LABEL))
        .filter(resource -> !StackLock.isLock(resource))
        .toList();
  }
}
