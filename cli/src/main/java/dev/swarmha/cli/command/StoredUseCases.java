package dev.swarmha.cli.command;

import dev.swarmha.deploy.store.CreateStored;
import dev.swarmha.deploy.store.InspectStored;
import dev.swarmha.deploy.store.ListStored;
import dev.swarmha.deploy.store.RemoveStored;

/** What is done with secrets and configs. */
final class StoredUseCases {

  private final LazyWorld world;

  StoredUseCases(LazyWorld world) {
    this.world = world;
  }

  ListStored list() {
    return new ListStored(world.swarm());
  }

  InspectStored inspect() {
    return new InspectStored(world.swarm());
  }

  CreateStored create() {
    return new CreateStored(world.swarm());
  }

  RemoveStored remove() {
    return new RemoveStored(world.swarm());
  }
}
