package dev.swarmha.engine;

/** All ports of one Engine, over one connection. */
public interface EngineConnection extends AutoCloseable {

  SwarmEngine swarm();

  /**
   * The same swarm for those who ask again by themselves, such as waits: a question fails as soon
   * as no manager can answer it, where {@link #swarm()} may bear with that for a while.
   */
  default SwarmEngine impatientSwarm() {
    return swarm();
  }

  SwarmMembership membership();

  EngineLogs logs();

  EngineContainers containers();

  ImageRegistry images();

  @Override
  void close();
}
