package dev.swarmha.engine;

import java.util.List;

/** A log that is being read. Nothing here waits. */
public interface LogReading extends AutoCloseable {

  /**
   * The lines that have come since the last call, each task's in order.
   *
   * @throws EngineException when the log breaks off; lines that came before were given out already
   */
  List<LogLine> poll();

  /** Whether all has been given out and nothing more will come. */
  boolean ended();

  @Override
  void close();
}
