package dev.swarmha.engine.testkit.contract;

import dev.swarmha.document.Mapping;
import dev.swarmha.engine.EngineConnection;
import dev.swarmha.engine.EngineContainers;
import dev.swarmha.engine.EngineInfo;
import dev.swarmha.engine.EngineLogs;
import dev.swarmha.engine.EngineUnreachableException;
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

/** A connection that loses the answer to the first change, after the change has been made. */
final class LostAnswers implements EngineConnection, SwarmEngine {

  private final EngineConnection connection;
  private boolean hasLostOne;

  LostAnswers(EngineConnection connection) {
    this.connection = connection;
  }

  boolean hasLostOne() {
    return hasLostOne;
  }

  private <T> T answer(T answer) {
    if (hasLostOne) {
      return answer;
    }
    hasLostOne = true;
    throw EngineUnreachableException.unanswered("the answer is lost", null);
  }

  @Override
  public Written create(ResourceKind kind, Mapping spec, WriteOptions options) {
    return answer(connection.swarm().create(kind, spec, options));
  }

  @Override
  public Written update(Resource observed, Mapping spec, WriteOptions options) {
    return answer(connection.swarm().update(observed, spec, options));
  }

  @Override
  public void remove(Resource observed) {
    connection.swarm().remove(observed);
    Resource unused = answer(observed);
  }

  @Override
  public EngineInfo info() {
    return connection.swarm().info();
  }

  @Override
  public List<Node> nodes() {
    return connection.swarm().nodes();
  }

  @Override
  public List<Task> tasks(TaskQuery query) {
    return connection.swarm().tasks(query);
  }

  @Override
  public List<Resource> list(ResourceKind kind, Selector selector) {
    return connection.swarm().list(kind, selector);
  }

  @Override
  public Optional<Resource> find(ResourceKind kind, ResourceId id) {
    return connection.swarm().find(kind, id);
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
  public EngineContainers containers() {
    return connection.containers();
  }

  @Override
  public EngineLogs logs() {
    return connection.logs();
  }

  @Override
  public ImageRegistry images() {
    return connection.images();
  }

  @Override
  public void close() {
    connection.close();
  }
}
