package dev.swarmha.engine.failover;

import dev.swarmha.engine.EngineInfo;
import dev.swarmha.engine.EngineInfo.Membership;
import dev.swarmha.engine.EngineRefusedException;
import dev.swarmha.engine.EngineUnreachableException;
import dev.swarmha.engine.NoLeaderException;
import dev.swarmha.engine.NotAManagerException;
import dev.swarmha.engine.SwarmEngine;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Makes sure that several managers are of the same swarm: each tells its swarm's id before it is
 * first used, and the first one's counts.
 */
final class SwarmIdentity {

  private record Known(Manager manager, String cluster, String apiVersion) {}

  private static final Comparator<String> BY_NUMBERS =
      Comparator.comparingInt((String version) -> number(version, 0))
          .thenComparingInt(version -> number(version, 1));

  private final Map<Manager, Known> known = new HashMap<>();
  private Optional<Known> first = Optional.empty();

  /**
   * Returns if the manager may be used now.
   *
   * @param limit put on the question who it is
   * @param write whether it is to be asked for a change
   * @throws EngineRefusedException when it is a manager of another swarm
   * @throws NotAManagerException when it is none
   * @throws NoLeaderException when it cannot tell of which swarm it is
   * @throws EngineUnreachableException when it does not answer, or would write less than it is told
   */
  synchronized void verify(Manager manager, UnaryOperator<SwarmEngine> limit, boolean write) {
    Known told = known.computeIfAbsent(manager, asked -> ask(asked, limit));
    Known begun = first.orElse(told);
    first = Optional.of(begun);
    if (!told.cluster().equals(begun.cluster())) {
      throw new EngineRefusedException(
          "the Engines at "
              + begun.manager()
              + " and at "
              + manager
              + " are managers of different swarms; name managers of one swarm");
    }
    // An Engine drops what its version of the API does not know, in silence.
    if (write && BY_NUMBERS.compare(told.apiVersion(), begun.apiVersion()) < 0) {
      throw new EngineUnreachableException(
          "the Engine at "
              + manager
              + " speaks API "
              + told.apiVersion()
              + " only, and this command has begun with "
              + begun.apiVersion()
              + ": it could drop a part of what is written",
          null);
    }
  }

  private static Known ask(Manager manager, UnaryOperator<SwarmEngine> limit) {
    EngineInfo info = limit.apply(manager.connection().swarm()).info();
    if (!info.isManager()) {
      throw notAManager(manager, info.membership());
    }
    String cluster =
        info.cluster()
            .orElseThrow(
                () ->
                    new NoLeaderException(
                        "the manager at " + manager + " has no leader: " + info.error()));
    return new Known(manager, cluster, info.apiVersion());
  }

  /**
   * An Engine that starts, or whose role changes, is on its way back into its swarm for a moment.
   */
  private static NotAManagerException notAManager(Manager manager, Membership membership) {
    String words =
        "the Engine at "
            + manager
            + " is no manager of a swarm ("
            + membership.name().toLowerCase(Locale.ROOT)
            + ")";
    return membership == Membership.PENDING
        ? NotAManagerException.yet(words)
        : new NotAManagerException(words);
  }

  private static int number(String version, int place) {
    String[] numbers = version.split("\\.", -1);
    return place < numbers.length && numbers[place].matches("\\d{1,6}")
        ? Integer.parseInt(numbers[place])
        : 0;
  }
}
