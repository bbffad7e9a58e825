package dev.swarmha.engine;

import java.util.List;
import java.util.Optional;

/** An Engine before another one that changes how is written, and passes on all that only reads. */
public interface ForwardingReads extends SwarmEngine {

  /** The Engine behind this one. */
  SwarmEngine behind();

  @Override
  default EngineInfo info() {
    return behind().info();
  }

  @Override
  default List<Node> nodes() {
    return behind().nodes();
  }

  @Override
  default List<Task> tasks(TaskQuery query) {
    return behind().tasks(query);
  }

  @Override
  default List<Resource> list(ResourceKind kind, Selector selector) {
    return behind().list(kind, selector);
  }

  @Override
  default Optional<Resource> find(ResourceKind kind, ResourceId id) {
    return behind().find(kind, id);
  }
}
