package dev.swarmha.deploy;

import dev.swarmha.deploy.event.ProgressEvent;
import dev.swarmha.deploy.plan.DesiredStack;
import dev.swarmha.deploy.revision.MinAvailable;
import dev.swarmha.deploy.revision.Revision;
import dev.swarmha.deploy.revision.Revision.State;
import dev.swarmha.deploy.revision.RevisionStore;
import dev.swarmha.deploy.revision.StackRecord;
import dev.swarmha.deploy.revision.Standing;
import dev.swarmha.deploy.revision.Unfinished;
import dev.swarmha.engine.EngineException;
import dev.swarmha.engine.EngineInterruptedException;
import dev.swarmha.wait.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The revision of one rollout: what came before it, how it is opened, and how it ends. */
final class RolloutRecord {

  private final World world;
  private final RevisionStore revisions;
  private final String stack;
  private final int revisionsKept;
  private final Instant begun;
  private List<Revision> known = List.of();
  private Optional<Unfinished> unfinished = Optional.empty();

  /** A record of a rollout that begins now. */
  RolloutRecord(World world, String stack, int revisionsKept) {
    this.world = world;
    this.revisions = new RevisionStore(world.swarm());
    this.stack = stack;
    this.revisionsKept = revisionsKept;
    this.begun = world.timeline().instant();
  }

  /** Looks at what came before, and tells what was cut off. */
  void begin() {
    known = revisions.list(stack);
    unfinished = revisions.unfinished(stack);
    unfinished.ifPresent(cut -> world.sink().on(new ProgressEvent.TakenUp(cut.revision())));
  }

  Instant begun() {
    return begun;
  }

  /** The revisions before, the oldest first. */
  List<Revision> known() {
    return known;
  }

  /** The revision that the stack was at. */
  Optional<Revision> current() {
    return RevisionStore.current(known);
  }

  Optional<Unfinished> unfinished() {
    return unfinished;
  }

  /** Whether the stack was what its newest deployed revision made of it, as far as is known. */
  boolean isSettled() {
    return Fallback.isSettled(known);
  }

  /**
   * Whether there is nothing to record of a stack that has every spec already. What is kept in
   * revisions alone changes no spec, and makes a new one.
   */
  boolean isAt(DesiredStack wanted) {
    return isSettled()
        && desired()
            .filter(current -> !MinAvailable.of(current).equals(MinAvailable.of(wanted)))
            .isEmpty();
  }

  /** What a revision before keeps of the stack; empty where it does not tell. */
  Optional<StackRecord> of(Revision revision) {
    return revisions.record(revision);
  }

  /** The stack as the revision wanted it that it is at, as far as that tells. */
  Optional<DesiredStack> desired() {
    return current().flatMap(this::of).map(StackRecord::desired);
  }

  Fallback fallback(Course course) {
    return Fallback.of(stack, known, unfinished, course.observed());
  }

  /** Opens the revision; from here on it is this one that is taken up if it is cut off. */
  Revision open(Course course) {
    StackRecord record = new StackRecord(course.desired(), Optional.of(fallback(course).stack()));
    Revision opened = revisions.open(record, course.caption());
    known.stream()
        .filter(each -> each.state() == State.OPEN)
        .forEach(each -> close(each, Standing.of(State.INTERRUPTED)));
    return opened;
  }

  /** Records how it ended, and forgets the oldest. */
  Revision end(Revision revision, State state, List<Reason> reasons) {
    Duration took = Duration.between(begun, world.timeline().instant());
    Revision ended = close(revision, new Standing(state, Optional.of(took), reasons));
    forgetOldest();
    return ended;
  }

  /** Records that the stack is back at what it was; where that was nothing, nothing is kept. */
  void endBack(Revision revision, Fallback fallback, List<Reason> reasons) {
    if (!fallback.isNothing()) {
      end(revision, State.ROLLED_BACK, reasons);
      return;
    }
    int current = current().map(Revision::number).orElse(0);
    revisions.list(stack).stream()
        .filter(each -> each.number() > current)
        .filter(each -> current == 0 || each.isUnfinished() || each.number() == revision.number())
        .forEach(revisions::forget);
  }

  void forgetOldest() {
    try {
      revisions.forgetAllBut(revisionsKept, stack);
    } catch (EngineInterruptedException interrupted) {
      throw interrupted;
    } catch (EngineException refused) {
      note("old revisions could not be removed: " + refused.getMessage());
    }
  }

  /** The record must not turn a rollout that went well into one that failed, nor the reverse. */
  private Revision close(Revision revision, Standing standing) {
    try {
      return revisions.close(revision, standing);
    } catch (EngineInterruptedException interrupted) {
      throw interrupted;
    } catch (EngineException refused) {
      note(
          "revision "
              + revision.number()
              + " could not be marked as "
              + standing.state().word()
              + ": "
              + refused.getMessage());
      return revision;
    }
  }

  private void note(String message) {
    world.sink().on(new ProgressEvent.Noted(message));
  }
}
