package dev.swarmha.deploy;

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
import java.util.List;
import java.util.Optional;

/**
 * A connection of a program that is killed when it asks for one write more than it may: that write
 * has no effect, and nothing that the program would still do has.
 */
final class MortalConnection implements EngineConnection, SwarmEngine {

  /** Stands for the end of the program; nobody catches it. */
  static final class Killed extends Error {
    private static final long serialVersionUID = 1;
  }

  private final EngineConnection connection;
  private int writesLeft;
  private boolean dead;

  MortalConnection(EngineConnection connection, int writes) {
    this.connection = connection;
    this.writesLeft = writes;
  }

  private SwarmEngine alive() {
    if (dead) {
      throw new Killed();
    }
    return connection.swarm();
  }

  /** Locks do not count. */
  private SwarmEngine writing(String name) {
    return name.endsWith(".swarmha.lock") ? alive() : writing();
  }

  private SwarmEngine writing() {
    dead = dead || writesLeft == 0;
    writesLeft--;
    return alive();
  }

  @Override
  public SwarmEngine swarm() {
    return this;
  }

  @Override
  public SwarmMembership membership() {
    return connection.membership();
  }

  @Override
  public EngineLogs logs() {
    return connection.logs();
  }

  @Override
  public EngineContainers containers() {
    return connection.containers();
  }

  @Override
  public ImageRegistry images() {
    return connection.images();
  }

  @Override
  public void close() {
    connection.close();
  }

  @Override
  public EngineInfo info() {
    return alive().info();
  }

  @Override
  public List<Node> nodes() {
    return alive().nodes();
  }

  @Override
  public List<Task> tasks(TaskQuery query) {
    return alive().tasks(query);
  }

  @Override
  public List<Resource> list(ResourceKind kind, Selector selector) {
    return alive().list(kind, selector);
  }

  @Override
  public Optional<Resource> find(ResourceKind kind, ResourceId id) {
    return alive().find(kind, id);
  }

  @Override
  public Written create(ResourceKind kind, Mapping spec, WriteOptions options) {
    return writing(spec.text("Name").orElse("")).create(kind, spec, options);
  }

  @Override
  public Written update(Resource observed, Mapping spec, WriteOptions options) {
    return writing(observed.name()).update(observed, spec, options);
  }

  @Override
  public void remove(Resource observed) {
    writing(observed.name()).remove(observed);
  }
}
