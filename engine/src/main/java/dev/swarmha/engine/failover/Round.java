package dev.swarmha.engine.failover;

import dev.swarmha.engine.EngineException;
import dev.swarmha.engine.EngineUnreachableException;
import dev.swarmha.engine.NoLeaderException;
import dev.swarmha.engine.NotAManagerException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** One round of asking every manager in turn, none of which could answer. */
final class Round {

  /** Longer than managers take to elect a leader as a rule: 10 to 15 s, now and then 20. */
  private static final Duration ELECTION = Duration.ofSeconds(25);

  private final int asked;
  private final List<EngineException> failures = new ArrayList<>();

  Round(int asked) {
    this.asked = asked;
  }

  void add(EngineException failure) {
    failures.add(failure);
  }

  /** Whether at least one manager answered, and none that did had a leader. */
  boolean isLeaderless() {
    return count(NoLeaderException.class) > 0;
  }

  private long count(Class<? extends EngineException> type) {
    return failures.stream().filter(type::isInstance).count();
  }

  private static boolean isPassing(EngineException failure) {
    return failure instanceof NotAManagerException none && none.isPassing();
  }

  /** A worker cannot be helped by its own Engine; the Engine says which of the two it is. */
  private static boolean isInNoSwarm(EngineException failure) {
    return String.valueOf(failure.getMessage()).contains("docker swarm init");
  }

  /**
   * What to say of them all.
   *
   * @param leaderless since when managers have answered that they have no leader
   */
  EngineException failure(Duration leaderless) {
    EngineException last = failures.get(failures.size() - 1);
    boolean isElecting = leaderless.compareTo(ELECTION) < 0;
    if (isLeaderless() && !(isElecting && asked == 1)) {
      return new NoLeaderException(
          (isElecting
                  ? "the swarm has no leader at the moment: "
                  : "the swarm has lost its quorum: ")
              + count(NoLeaderException.class)
              + " of "
              + (asked - count(NotAManagerException.class))
              + " managers answer, and none has a leader"
              + (isElecting ? "" : "; start those that are down"),
          last);
    }
    if (asked == 1) {
      return last instanceof NotAManagerException none && !none.isPassing()
          ? new NotAManagerException(
              String.valueOf(last.getMessage()).replaceFirst("\\.$", "")
                  + "; choose another with --host"
                  + (isInNoSwarm(last) ? ", or give it a swarm: swarmha init, swarmha join" : ""))
          : last;
    }
    String words =
        failures.stream().map(EngineException::getMessage).collect(Collectors.joining("; "));
    if (failures.stream().anyMatch(Round::isPassing)) {
      return NotAManagerException.yet("no manager can be used: " + words);
    }
    return count(NotAManagerException.class) == asked
        ? new NotAManagerException("none of the Engines named is a manager: " + words)
        : new EngineUnreachableException("no manager can be used: " + words, last);
  }
}
