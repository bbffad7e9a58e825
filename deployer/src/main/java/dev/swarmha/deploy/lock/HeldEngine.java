package dev.swarmha.deploy.lock;

import static java.util.Objects.requireNonNull;

import dev.swarmha.document.Mapping;
import dev.swarmha.engine.EngineInfo;
import dev.swarmha.engine.Node;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.Selector;
import dev.swarmha.engine.SwarmEngine;
import dev.swarmha.engine.Task;
import dev.swarmha.engine.TaskQuery;
import dev.swarmha.engine.WriteOptions;
import dev.swarmha.engine.Written;
import dev.swarmha.engine.time.Deadline;
import java.util.List;
import java.util.Optional;

/** A swarm under a lock: nothing is written unless the lock is ours at that time. */
final class HeldEngine implements SwarmEngine {

  private final SwarmEngine engine;
  private final HeldLock lock;

  HeldEngine(SwarmEngine engine, HeldLock lock) {
    this.engine = requireNonNull(engine, "engine");
    this.lock = requireNonNull(lock, "lock");
  }

  @Override
  public SwarmEngine until(Deadline deadline) {
    return new HeldEngine(engine.until(deadline), lock);
  }

  @Override
  public EngineInfo info() {
    lock.renewIfDue();
    return engine.info();
  }

  @Override
  public List<Node> nodes() {
    lock.renewIfDue();
    return engine.nodes();
  }

  @Override
  public List<Task> tasks(TaskQuery query) {
    lock.renewIfDue();
    return engine.tasks(query);
  }

  @Override
  public List<Resource> list(ResourceKind kind, Selector selector) {
    lock.renewIfDue();
    return engine.list(kind, selector);
  }

  @Override
  public Optional<Resource> find(ResourceKind kind, ResourceId id) {
    lock.renewIfDue();
    return engine.find(kind, id);
  }

  @Override
  public Written create(ResourceKind kind, Mapping spec, WriteOptions options) {
    lock.require();
    return engine.create(kind, spec, options);
  }

  @Override
  public Written update(Resource observed, Mapping spec, WriteOptions options) {
    lock.require();
    return engine.update(observed, spec, options);
  }

  @Override
  public void remove(Resource observed) {
    lock.require();
    engine.remove(observed);
  }
}
