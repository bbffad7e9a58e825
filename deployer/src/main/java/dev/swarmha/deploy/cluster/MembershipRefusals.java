package dev.swarmha.deploy.cluster;

import dev.swarmha.engine.EngineInfo;
import dev.swarmha.engine.EngineRefusedException;
import java.util.Locale;

/** Why an Engine is neither made a manager nor joined: it has a place in a swarm already. */
final class MembershipRefusals {

  private MembershipRefusals() {}

  static EngineRefusedException ofLocked(EngineInfo info) {
    return new EngineRefusedException(
        "Engine " + info.hostname() + " is a locked manager; unlock it first: docker swarm unlock");
  }

  static EngineRefusedException ofMember(EngineInfo info) {
    return new EngineRefusedException(
        "Engine "
            + info.hostname()
            + " is a "
            + role(info)
            + " of another swarm (managers: "
            + String.join(", ", info.managers())
            + "); leave that first: swarmha leave");
  }

  /** {@code worker} */
  static String role(EngineInfo info) {
    return info.membership().name().toLowerCase(Locale.ROOT);
  }
}
