package dev.swarmha.deploy.cluster;

import dev.swarmha.deploy.outcome.Outcome;
import dev.swarmha.engine.EngineConnection;
import dev.swarmha.engine.EngineInfo;
import dev.swarmha.engine.EngineRefusedException;
import dev.swarmha.engine.SwarmMembership.JoinRequest;

/** Joins an Engine to a swarm; one that is in that swarm already stays there. */
public final class JoinSwarm {

  private final EngineConnection engine;

  public JoinSwarm(EngineConnection engine) {
    this.engine = engine;
  }

  /**
   * Joins the swarm.
   *
   * @throws EngineRefusedException when the Engine is in another swarm
   */
  public Outcome run(JoinRequest request) {
    EngineInfo info = engine.swarm().info();
    return switch (info.membership()) {
      case MANAGER, WORKER -> alreadyMember(info, request);
      case LOCKED -> throw MembershipRefusals.ofLocked(info);
      case INACTIVE, PENDING, ERROR, UNKNOWN -> {
        engine.membership().join(request);
        EngineInfo after = engine.swarm().info();
        yield new Outcome.Done(
            "Engine " + after.hostname() + " has joined the swarm as " + role(after));
      }
    };
  }

  private static Outcome alreadyMember(EngineInfo info, JoinRequest request) {
    if (info.managers().stream().anyMatch(request.remoteAddresses()::contains)) {
      return new Outcome.Done(
          "Engine "
              + info.hostname()
              + " is in that swarm already, as "
              + role(info)
              + "; nothing to do");
    }
    throw MembershipRefusals.ofMember(info);
  }

  private static String role(EngineInfo info) {
    return info.membership() == EngineInfo.Membership.PENDING
        ? "a node that is not accepted yet"
        : "a " + MembershipRefusals.role(info);
  }
}
