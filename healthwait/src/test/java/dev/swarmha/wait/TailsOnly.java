package dev.swarmha.wait;

import dev.swarmha.engine.EngineLogs;
import dev.swarmha.engine.LogReading;
import dev.swarmha.engine.LogRequest;

/** Logs of which nobody reads more than the end. */
@FunctionalInterface
interface TailsOnly extends EngineLogs {

  @Override
  default LogReading open(LogRequest request) {
    throw new AssertionError("nobody reads a whole log here");
  }
}
