package dev.swarmha.engine;

/** All ports of one Engine, over one connection. */
public interface EngineConnection extends AutoCloseable {

  SwarmEngine swarm();

  SwarmMembership membership();

  EngineLogs logs();

  ImageRegistry images();

  @Override
  void close();
}
