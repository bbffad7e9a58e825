package dev.swarmha.engine.failover;

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
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A swarm through whichever of its managers answers. */
final class FailoverEngine implements SwarmEngine {

  private final Managers managers;
  private final UnaryOperator<SwarmEngine> limit;

  FailoverEngine(Managers managers) {
    this(managers, UnaryOperator.identity());
  }

  private FailoverEngine(Managers managers, UnaryOperator<SwarmEngine> limit) {
    this.managers = managers;
    this.limit = limit;
  }

  @Override
  public SwarmEngine until(Deadline deadline) {
    return new FailoverEngine(managers, swarm -> swarm.until(deadline));
  }

  private <T> T read(Function<SwarmEngine, T> question) {
    return managers.read(manager -> question.apply(limit.apply(manager.swarm())), limit);
  }

  /** One Engine tells about itself, so that it need not be a manager. */
  @Override
  public EngineInfo info() {
    return managers.askAny(manager -> limit.apply(manager.swarm()).info());
  }

  @Override
  public List<Node> nodes() {
    return read(swarm -> swarm.nodes());
  }

  @Override
  public List<Task> tasks(TaskQuery query) {
    return read(swarm -> swarm.tasks(query));
  }

  @Override
  public List<Resource> list(ResourceKind kind, Selector selector) {
    return read(swarm -> swarm.list(kind, selector));
  }

  @Override
  public Optional<Resource> find(ResourceKind kind, ResourceId id) {
    return read(swarm -> swarm.find(kind, id));
  }

  @Override
  public Written create(ResourceKind kind, Mapping spec, WriteOptions options) {
    return managers.write(manager -> manager.swarm().create(kind, spec, options));
  }

  @Override
  public Written update(Resource observed, Mapping spec, WriteOptions options) {
    return managers.write(manager -> manager.swarm().update(observed, spec, options));
  }

  @Override
  public void remove(Resource observed) {
    managers.write(
        manager -> {
          manager.swarm().remove(observed);
          return observed;
        });
  }
}
