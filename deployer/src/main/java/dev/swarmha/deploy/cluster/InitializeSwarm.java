package dev.swarmha.deploy.cluster;

import dev.swarmha.deploy.outcome.Outcome;
import dev.swarmha.engine.EngineConnection;
import dev.swarmha.engine.EngineInfo;
import dev.swarmha.engine.EngineRefusedException;
import dev.swarmha.engine.SwarmMembership.InitRequest;

/** Makes an Engine the first manager of a new swarm; one that is a manager already stays one. */
public final class InitializeSwarm {

  private final EngineConnection engine;

  public InitializeSwarm(EngineConnection engine) {
    this.engine = engine;
  }

  /**
   * Initialises the swarm.
   *
   * @throws EngineRefusedException when the Engine belongs to a swarm that it cannot manage
   */
  public Outcome run(InitRequest request) {
    EngineInfo info = engine.swarm().info();
    return switch (info.membership()) {
      case MANAGER ->
          new Outcome.Done(
              "Engine " + info.hostname() + " is a manager of a swarm already; nothing to do");
      case WORKER -> throw MembershipRefusals.ofMember(info);
      case LOCKED -> throw MembershipRefusals.ofLocked(info);
      case INACTIVE, PENDING, ERROR, UNKNOWN -> {
        engine.membership().initialize(request);
        EngineInfo after = engine.swarm().info();
        yield new Outcome.Done(
            "swarm initialised; Engine "
                + after.hostname()
                + " is its first manager, at "
                + after.nodeAddress()
                + (request.autolock() ? unlocking() : ""));
      }
    };
  }

  /** Whoever has lost the key can read it from a manager, as long as one is unlocked. */
  private String unlocking() {
    return engine
        .membership()
        .unlockKey()
        .map(
            key ->
                "; each manager asks for this key when it restarts (docker swarm unlock), so keep"
                    + " it safe: "
                    + key)
        .orElse("");
  }
}
