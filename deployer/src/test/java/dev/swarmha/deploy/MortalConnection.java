package dev.swarmha.deploy;

import dev.swarmha.document.Mapping;
import dev.swarmha.engine.EngineConnection;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.SwarmEngine;
import dev.swarmha.engine.WriteOptions;
import dev.swarmha.engine.Written;
import dev.swarmha.engine.testkit.ForwardingConnection;

/**
 * A connection of a program that is killed when it asks for one write more than it may: that write
 * has no effect, and nothing that the program would still do has.
 */
final class MortalConnection implements ForwardingConnection {

  /** Stands for the end of the program; nobody catches it. */
  static final class Killed extends Error {
    private static final long serialVersionUID = 1;
  }

  private final EngineConnection connection;
  private int writesLeft;
  private boolean dead;

  MortalConnection(EngineConnection connection, int writes) {
    this.connection = connection;
    this.writesLeft = writes;
  }

  @Override
  public EngineConnection forwarded() {
    return connection;
  }

  @Override
  public SwarmEngine engine() {
    if (dead) {
      throw new Killed();
    }
    return connection.swarm();
  }

  /** Locks do not count. */
  private SwarmEngine writing(String name) {
    return name.endsWith(".swarmha.lock") ? engine() : writing();
  }

  private SwarmEngine writing() {
    dead = dead || writesLeft == 0;
    writesLeft--;
    return engine();
  }

  @Override
  public Written create(ResourceKind kind, Mapping spec, WriteOptions options) {
    return writing(spec.text("Name").orElse("")).create(kind, spec, options);
  }

  @Override
  public Written update(Resource observed, Mapping spec, WriteOptions options) {
    return writing(observed.name()).update(observed, spec, options);
  }

  @Override
  public void remove(Resource observed) {
    writing(observed.name()).remove(observed);
  }
}
