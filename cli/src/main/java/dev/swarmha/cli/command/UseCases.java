package dev.swarmha.cli.command;

import dev.swarmha.deploy.event.ProgressEvent;
import dev.swarmha.deploy.event.ProgressSink;
import dev.swarmha.engine.SwarmEngine;
import dev.swarmha.engine.docker.endpoint.EndpointOptions;

/** The use cases by what they are about, each of them wired up when it is asked for. */
final class UseCases implements AutoCloseable {

  private final LazyWorld world;

  UseCases(Surroundings surroundings, EndpointOptions endpoint, ProgressSink sink) {
    this.world = new LazyWorld(surroundings, endpoint, sink);
  }

  FileUseCases files() {
    return new FileUseCases(world);
  }

  StackUseCases stacks() {
    return new StackUseCases(world);
  }

  ServiceUseCases services() {
    return new ServiceUseCases(world);
  }

  NodeUseCases nodes() {
    return new NodeUseCases(world);
  }

  ClusterUseCases cluster() {
    return new ClusterUseCases(world);
  }

  StoredUseCases stored() {
    return new StoredUseCases(world);
  }

  Surroundings surroundings() {
    return world.surroundings();
  }

  void note(String message) {
    world.sink().on(new ProgressEvent.Noted(message));
  }

  SwarmEngine swarm() {
    return world.swarm();
  }

  @Override
  public void close() {
    world.close();
  }
}
