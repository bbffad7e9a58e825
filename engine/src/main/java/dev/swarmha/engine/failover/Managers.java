package dev.swarmha.engine.failover;

import dev.swarmha.engine.EngineConnection;
import dev.swarmha.engine.EngineException;
import dev.swarmha.engine.EngineInterruptedException;
import dev.swarmha.engine.EngineUnreachableException;
import dev.swarmha.engine.NoLeaderException;
import dev.swarmha.engine.NotAManagerException;
import dev.swarmha.engine.SwarmEngine;
import dev.swarmha.engine.time.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The managers of one swarm, and which of them has answered last: that one is asked first. Safe for
 * use by several threads.
 */
final class Managers {

  private final List<Manager> all;
  private final Timeline timeline;
  private final SwarmIdentity identity = new SwarmIdentity();
  private int first;
  private boolean hasAnswered;
  private Optional<Instant> leaderlessSince = Optional.empty();

  Managers(List<Manager> all, Timeline timeline) {
    if (all.isEmpty()) {
      throw new IllegalArgumentException("a swarm needs a manager");
    }
    this.all = List.copyOf(all);
    this.timeline = timeline;
  }

  List<Manager> all() {
    return all;
  }

  /** Whether any of them has ever answered. */
  synchronized boolean hasAnswered() {
    return hasAnswered;
  }

  /** Asks one after the other until one answers, whatever Engine it is. */
  <T> T askAny(Function<EngineConnection, T> question) {
    return ask(question, Use.ANY, UnaryOperator.identity());
  }

  /** Asks one after the other until one answers that can speak for the swarm. */
  <T> T read(Function<EngineConnection, T> question) {
    return read(question, UnaryOperator.identity());
  }

  /**
   * The same, within limits.
   *
   * @param limit put on what has to be asked before the question, too
   */
  <T> T read(Function<EngineConnection, T> question, UnaryOperator<SwarmEngine> limit) {
    return ask(question, Use.READ, limit);
  }

  /**
   * Asks for a change: the next manager only if the one before has certainly done nothing.
   *
   * @throws EngineException that {@linkplain EngineException#mayHaveTakenEffect() leaves it open}
   *     when it is not known whether the change was made
   */
  <T> T write(Function<EngineConnection, T> change) {
    return ask(change, Use.WRITE, UnaryOperator.identity());
  }

  private enum Use {
    ANY,
    READ,
    WRITE
  }

  private <T> T ask(
      Function<EngineConnection, T> question, Use use, UnaryOperator<SwarmEngine> limit) {
    Instant begin = timeline.instant();
    Round round = new Round(all.size());
    int start = first();
    for (int i = 0; i < all.size(); i++) {
      int place = (start + i) % all.size();
      boolean sent = false;
      try {
        verify(all.get(place), use, limit);
        sent = true;
        return asked(place, question);
      } catch (EngineUnreachableException | NoLeaderException | NotAManagerException away) {
        round.add(away);
        if (sent && use == Use.WRITE && away.mayHaveTakenEffect()) {
          prefer((place + 1) % all.size());
          throw away;
        }
      }
    }
    throw round.failure(leaderlessFor(round, begin));
  }

  private void verify(Manager manager, Use use, UnaryOperator<SwarmEngine> limit) {
    if (use != Use.ANY && all.size() > 1) {
      identity.verify(manager, limit, use == Use.WRITE);
    }
  }

  private <T> T asked(int place, Function<EngineConnection, T> question) {
    try {
      T answer = question.apply(all.get(place).connection());
      answered(place);
      return answer;
    } catch (EngineUnreachableException
        | NoLeaderException
        | NotAManagerException
        | EngineInterruptedException away) {
      throw away;
    } catch (EngineException definite) {
      answered(place);
      throw definite;
    }
  }

  private synchronized int first() {
    return first;
  }

  private synchronized void prefer(int place) {
    first = place;
  }

  private synchronized void answered(int place) {
    first = place;
    hasAnswered = true;
    leaderlessSince = Optional.empty();
  }

  private synchronized Duration leaderlessFor(Round round, Instant begin) {
    if (!round.isLeaderless()) {
      leaderlessSince = Optional.empty();
      return Duration.ZERO;
    }
    Instant since = leaderlessSince.orElse(begin);
    leaderlessSince = Optional.of(since);
    return Duration.between(since, timeline.instant());
  }
}
