package dev.swarmha.engine.testkit;

import dev.swarmha.document.Mapping;
import dev.swarmha.engine.EngineConnection;
import dev.swarmha.engine.EngineContainers;
import dev.swarmha.engine.EngineInfo;
import dev.swarmha.engine.EngineLogs;
import dev.swarmha.engine.ImageRegistry;
import dev.swarmha.engine.Node;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.Selector;
import dev.swarmha.engine.SwarmEngine;
import dev.swarmha.engine.SwarmMembership;
import dev.swarmha.engine.Task;
import dev.swarmha.engine.TaskQuery;
import dev.swarmha.engine.WriteOptions;
import dev.swarmha.engine.Written;
import dev.swarmha.engine.time.Deadline;
import java.util.List;
import java.util.Optional;

/** A connection that does what another one does, but for what a test makes of some of it. */
public interface ForwardingConnection extends EngineConnection, SwarmEngine {

  /** The other one. */
  EngineConnection forwarded();

  /** Where questions and changes go. */
  default SwarmEngine engine() {
    return forwarded().swarm();
  }

  @Override
  default SwarmEngine swarm() {
    return this;
  }

  /** What a test makes of a question matters more than how long it takes. */
  @Override
  default SwarmEngine until(Deadline deadline) {
    return this;
  }

  @Override
  default SwarmMembership membership() {
    return forwarded().membership();
  }

  @Override
  default EngineLogs logs() {
    return forwarded().logs();
  }

  @Override
  default EngineContainers containers() {
    return forwarded().containers();
  }

  @Override
  default ImageRegistry images() {
    return forwarded().images();
  }

  @Override
  default void close() {
    forwarded().close();
  }

  @Override
  default EngineInfo info() {
    return engine().info();
  }

  @Override
  default List<Node> nodes() {
    return engine().nodes();
  }

  @Override
  default List<Task> tasks(TaskQuery query) {
    return engine().tasks(query);
  }

  @Override
  default List<Resource> list(ResourceKind kind, Selector selector) {
    return engine().list(kind, selector);
  }

  @Override
  default Optional<Resource> find(ResourceKind kind, ResourceId id) {
    return engine().find(kind, id);
  }

  @Override
  default Written create(ResourceKind kind, Mapping spec, WriteOptions options) {
    return engine().create(kind, spec, options);
  }

  @Override
  default Written update(Resource observed, Mapping spec, WriteOptions options) {
    return engine().update(observed, spec, options);
  }

  @Override
  default void remove(Resource observed) {
    engine().remove(observed);
  }
}
