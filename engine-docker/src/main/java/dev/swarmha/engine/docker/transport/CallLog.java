package dev.swarmha.engine.docker.transport;

import java.util.function.Supplier;

/** Where the calls to an Engine are noted for whoever has asked to see them. */
@FunctionalInterface
public interface CallLog {

  /** Nobody has asked. */
  CallLog NONE = line -> {};

  /**
   * Notes a line without secrets.
   *
   * @param line asked for only where somebody reads it
   */
  void note(Supplier<String> line);
}
