package dev.swarmha.wait;

import static java.util.Objects.requireNonNull;

import dev.swarmha.engine.EngineException;
import dev.swarmha.engine.EngineUnreachableException;
import dev.swarmha.engine.NoLeaderException;
import dev.swarmha.engine.SwarmEngine;
import dev.swarmha.engine.time.Deadline;
import java.time.Duration;
import java.util.List;

/**
 * Reading from a swarm for no longer than there is time: an Engine may be slow, or send an answer
 * without an end.
 */
public record TimedReading(SwarmEngine engine, Deadline deadline) {

  /** A wait looks once more when its time is up; that look gets a moment for itself. */
  private static final Duration LAST_LOOK = Duration.ofSeconds(2);

  public TimedReading {
    requireNonNull(engine, "engine");
    requireNonNull(deadline, "deadline");
  }

  /** The swarm, whose answers are waited for until the last look is over. */
  public SwarmEngine swarm() {
    return engine.until(deadline.later(LAST_LOOK));
  }

  /**
   * Why there is nothing to tell, if that is because time is up.
   *
   * @throws EngineException the same one, if it is not
   */
  public List<Reason> unanswered(EngineException trouble) {
    boolean isAway =
        trouble instanceof EngineUnreachableException || trouble instanceof NoLeaderException;
    if (!isAway || !deadline.hasPassed()) {
      throw trouble;
    }
    return List.of(Reason.ofService("swarm", Outage.lead(trouble)));
  }
}
