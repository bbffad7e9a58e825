package dev.swarmha.engine.testkit;

import dev.swarmha.engine.EngineConnection;
import dev.swarmha.engine.EngineContainers;
import dev.swarmha.engine.EngineLogs;
import dev.swarmha.engine.ImageRegistry;
import dev.swarmha.engine.SwarmEngine;
import dev.swarmha.engine.SwarmMembership;

/** A connection to the Engine of one machine. */
final class InMemoryEngine implements EngineConnection {

  private final EngineCalls calls;

  InMemoryEngine(World world, Machine machine) {
    this.calls = new EngineCalls(world, machine);
  }

  @Override
  public SwarmEngine swarm() {
    return new InMemorySwarmEngine(calls);
  }

  @Override
  public SwarmMembership membership() {
    return new InMemoryMembership(calls);
  }

  @Override
  public EngineLogs logs() {
    return new InMemoryLogs(calls);
  }

  @Override
  public EngineContainers containers() {
    return new InMemoryContainers(calls);
  }

  @Override
  public ImageRegistry images() {
    return new InMemoryRegistry(calls);
  }

  @Override
  public void close() {}
}
