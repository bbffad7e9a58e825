package dev.swarmha.engine.failover;

import dev.swarmha.document.Mapping;
import dev.swarmha.engine.EngineException;
import dev.swarmha.engine.EngineInfo;
import dev.swarmha.engine.EngineInterruptedException;
import dev.swarmha.engine.EngineUnreachableException;
import dev.swarmha.engine.NoLeaderException;
import dev.swarmha.engine.Node;
import dev.swarmha.engine.NotAManagerException;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.Selector;
import dev.swarmha.engine.SwarmEngine;
import dev.swarmha.engine.Task;
import dev.swarmha.engine.TaskQuery;
import dev.swarmha.engine.WriteOptions;
import dev.swarmha.engine.Written;
import dev.swarmha.engine.time.Deadline;
import dev.swarmha.engine.time.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Bears with an election, and with managers that go away in the middle of a command. Managers that
 * have never answered are not waited for: the endpoint may be wrong. What may have taken effect is
 * never asked for again.
 */
final class PatientEngine implements SwarmEngine {

  /**
   * As long as waits bear with an outage; an election takes 10 to 25 s, and may have to be held
   * again.
   */
  private static final Duration PATIENCE = Duration.ofSeconds(45);

  private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);

  private final SwarmEngine engine;
  private final Timeline timeline;
  private final BooleanSupplier hasAnswered;
  private final Optional<Deadline> end;

  PatientEngine(SwarmEngine engine, Timeline timeline, BooleanSupplier hasAnswered) {
    this(engine, timeline, hasAnswered, Optional.empty());
  }

  private PatientEngine(
      SwarmEngine engine, Timeline timeline, BooleanSupplier hasAnswered, Optional<Deadline> end) {
    this.engine = engine;
    this.timeline = timeline;
    this.hasAnswered = hasAnswered;
    this.end = end;
  }

  @Override
  public SwarmEngine until(Deadline deadline) {
    return new PatientEngine(engine.until(deadline), timeline, hasAnswered, Optional.of(deadline));
  }

  @Override
  public EngineInfo info() {
    return read(engine::info);
  }

  @Override
  public List<Node> nodes() {
    return read(engine::nodes);
  }

  @Override
  public List<Task> tasks(TaskQuery query) {
    return read(() -> engine.tasks(query));
  }

  @Override
  public List<Resource> list(ResourceKind kind, Selector selector) {
    return read(() -> engine.list(kind, selector));
  }

  @Override
  public Optional<Resource> find(ResourceKind kind, ResourceId id) {
    return read(() -> engine.find(kind, id));
  }

  @Override
  public Written create(ResourceKind kind, Mapping spec, WriteOptions options) {
    return write(() -> engine.create(kind, spec, options));
  }

  @Override
  public Written update(Resource observed, Mapping spec, WriteOptions options) {
    return write(() -> engine.update(observed, spec, options));
  }

  @Override
  public void remove(Resource observed) {
    write(
        () -> {
          engine.remove(observed);
          return observed;
        });
  }

  private <T> T read(Supplier<T> question) {
    return ask(question, false);
  }

  private <T> T write(Supplier<T> change) {
    return ask(change, true);
  }

  private <T> T ask(Supplier<T> question, boolean write) {
    Instant patience = timeline.instant().plus(PATIENCE);
    while (true) {
      try {
        return question.get();
      } catch (EngineUnreachableException | NoLeaderException | NotAManagerException away) {
        boolean leftOpen = write && away.mayHaveTakenEffect();
        boolean isOver = !timeline.instant().isBefore(patience) || (!write && isTimeUp());
        if (!mayPass(away) || leftOpen || isOver) {
          throw away;
        }
        pause(away);
      }
    }
  }

  private boolean isTimeUp() {
    return end.filter(Deadline::hasPassed).isPresent();
  }

  private boolean mayPass(EngineException away) {
    return away instanceof NoLeaderException
        || (away instanceof NotAManagerException none && none.isPassing())
        || hasAnswered.getAsBoolean();
  }

  private void pause(EngineException away) {
    try {
      timeline.sleep(BETWEEN_TRIES);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new EngineInterruptedException(
          "interrupted while waiting for a manager: " + away.getMessage(), interrupted);
    }
  }
}
