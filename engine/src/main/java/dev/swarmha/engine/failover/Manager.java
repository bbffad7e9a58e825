package dev.swarmha.engine.failover;

import static java.util.Objects.requireNonNull;

import dev.swarmha.engine.EngineConnection;

/**
 * A manager that may be asked.
 *
 * @param name its endpoint and how that was chosen, as messages name it
 * @param connection a connection that sends nothing before the first question
 */
public record Manager(String name, EngineConnection connection) {

  public Manager {
    requireNonNull(name, "name");
    requireNonNull(connection, "connection");
  }

  @Override
  public String toString() {
    return name;
  }
}
