package dev.swarmha.deploy.lock;

import static java.util.Objects.requireNonNull;

import dev.swarmha.engine.EngineConnection;
import dev.swarmha.engine.EngineContainers;
import dev.swarmha.engine.EngineLogs;
import dev.swarmha.engine.ImageRegistry;
import dev.swarmha.engine.LogReading;
import dev.swarmha.engine.LogRequest;
import dev.swarmha.engine.RegistryAuth;
import dev.swarmha.engine.RegistryCredentials;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.SwarmEngine;
import dev.swarmha.engine.SwarmMembership;
import java.util.List;
import java.util.Optional;

/** A connection under a lock. Whoever opened it closes it. */
final class HeldConnection implements EngineConnection {

  private final EngineConnection connection;
  private final HeldLock lock;

  HeldConnection(EngineConnection connection, HeldLock lock) {
    this.connection = requireNonNull(connection, "connection");
    this.lock = requireNonNull(lock, "lock");
  }

  @Override
  public SwarmEngine swarm() {
    return new HeldEngine(connection.swarm(), lock);
  }

  @Override
  public SwarmEngine impatientSwarm() {
    return new HeldEngine(connection.impatientSwarm(), lock);
  }

  @Override
  public SwarmMembership membership() {
    return connection.membership();
  }

  @Override
  public EngineLogs logs() {
    return new EngineLogs() {
      @Override
      public List<String> tail(ResourceId task, int lines) {
        lock.renewIfDue();
        return connection.logs().tail(task, lines);
      }

      @Override
      public LogReading open(LogRequest request) {
        lock.renewIfDue();
        return connection.logs().open(request);
      }
    };
  }

  @Override
  public EngineContainers containers() {
    return connection.containers();
  }

  /** Registries may take long to answer. */
  @Override
  public ImageRegistry images() {
    return new HeldRegistry();
  }

  private final class HeldRegistry implements ImageRegistry {

    @Override
    public Optional<ImageManifest> inspect(String reference, Optional<RegistryAuth> auth) {
      lock.renewIfDue();
      return connection.images().inspect(reference, auth);
    }

    @Override
    public List<Optional<ImageManifest>> inspectAll(
        List<String> references, RegistryCredentials credentials) {
      lock.renewIfDue();
      return connection.images().inspectAll(references, credentials);
    }
  }

  @Override
  public void close() {}
}
