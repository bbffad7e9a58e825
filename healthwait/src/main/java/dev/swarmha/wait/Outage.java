package dev.swarmha.wait;

import dev.swarmha.engine.EngineException;
import dev.swarmha.engine.EngineInterruptedException;
import dev.swarmha.engine.NoLeaderException;
import dev.swarmha.engine.time.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Bears with an Engine that cannot answer for a while: managers restart, and without a leader none
 * of them can tell anything.
 */
final class Outage {

  private final Timeline timeline;
  private final Duration tolerance;
  private Optional<Instant> since = Optional.empty();
  private String words = "";
  private boolean leaderless;

  Outage(Timeline timeline, Duration tolerance) {
    this.timeline = timeline;
    this.tolerance = tolerance;
  }

  boolean isOn() {
    return since.isPresent();
  }

  /** Why time ran out, as far as the Engine has a part in it. */
  String lead() {
    if (!isOn()) {
      return "time is up";
    }
    return lead(leaderless, words);
  }

  /** Why time ran out before anything was known. */
  static String lead(EngineException away) {
    return lead(away instanceof NoLeaderException, String.valueOf(away.getMessage()));
  }

  private static String lead(boolean leaderless, String words) {
    String trouble = leaderless ? "the swarm has no leader" : "the Engine does not answer";
    return "time is up, and " + trouble + " (" + words + ")";
  }

  /**
   * The answer; empty when there is none yet.
   *
   * @throws EngineException when there has been none for too long
   */
  <T> Optional<T> ask(Supplier<T> question) {
    Instant asked = timeline.instant();
    try {
      T answer = question.get();
      since = Optional.empty();
      return Optional.of(answer);
    } catch (EngineInterruptedException interrupted) {
      throw interrupted;
    } catch (EngineException away) {
      // It may take an Engine long to say that it cannot answer.
      Instant begin = since.orElse(asked);
      since = Optional.of(begin);
      leaderless = away instanceof NoLeaderException;
      words = String.valueOf(away.getMessage());
      if (!timeline.instant().isBefore(begin.plus(tolerance))) {
        throw away;
      }
      return Optional.empty();
    }
  }
}
