package dev.swarmha.deploy.cluster;

import dev.swarmha.deploy.outcome.Outcome;
import dev.swarmha.engine.EngineConnection;
import dev.swarmha.engine.EngineInfo;
import dev.swarmha.engine.EngineInfo.Membership;
import dev.swarmha.engine.EngineRefusedException;

/** Takes an Engine out of its swarm; one that is in none has nothing to leave. */
public final class LeaveSwarm {

  private final EngineConnection engine;

  public LeaveSwarm(EngineConnection engine) {
    this.engine = engine;
  }

  /**
   * Leaves the swarm.
   *
   * @param force also for a manager, which takes its copy of the swarm's state with it
   * @throws EngineRefusedException when it is a manager and not forced
   */
  public Outcome run(boolean force) {
    EngineInfo info = engine.swarm().info();
    if (info.membership() == Membership.INACTIVE) {
      return new Outcome.Done("Engine " + info.hostname() + " is in no swarm; nothing to do");
    }
    if (info.membership() == Membership.MANAGER && !force) {
      throw new EngineRefusedException(
          "Engine "
              + info.hostname()
              + " is a manager: leaving can cost the swarm its quorum, and"
              + " the last manager takes the whole swarm with it; demote it first, or use --force");
    }
    engine.membership().leave(force);
    return new Outcome.Done("Engine " + info.hostname() + " has left the swarm");
  }
}
