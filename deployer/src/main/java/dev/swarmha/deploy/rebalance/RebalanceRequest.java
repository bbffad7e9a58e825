package dev.swarmha.deploy.rebalance;

import static java.util.Objects.requireNonNull;

import dev.swarmha.deploy.DeployRequest.Patience;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * What to spread anew, and how.
 *
 * @param names stacks or services; none means every service
 * @param maxMoves the most tasks that are started, and as many stopped
 * @param dryRun forecast and stop
 * @param lockTimeout how long to wait, for each stack, while somebody else has locked it
 */
public record RebalanceRequest(
    List<String> names,
    Method method,
    int maxMoves,
    boolean dryRun,
    Patience patience,
    Duration lockTimeout) {

  public RebalanceRequest {
    names = List.copyOf(names);
    requireNonNull(method, "method");
    requireNonNull(patience, "patience");
    requireNonNull(lockTimeout, "lockTimeout");
  }

  /** Every default, for stacks or services. */
  public static RebalanceRequest of(List<String> names, Method method, boolean dryRun) {
    return new RebalanceRequest(
        names, method, Integer.MAX_VALUE, dryRun, Patience.DEFAULT, Duration.ZERO);
  }

  /** How tasks get to other nodes. */
  public enum Method {
    /** By scaling up and back: the least number of moves, and no task that stays restarts. */
    SURGE,
    /** By restarting every task of an uneven service under its own update policy. */
    FORCE;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
