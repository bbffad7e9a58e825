package dev.swarmha.wait;

import static java.util.Objects.requireNonNull;

import dev.swarmha.engine.time.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * A clock that stands still until somebody waits: sleeping moves it on, runs what falls due on the
 * way in order of time, and returns at once. Starts at a fixed instant, so every run is the same.
 */
public final class VirtualTimeline implements Timeline {

  /** The instant at which every virtual timeline begins. */
  public static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  private record Event(Instant at, long order, Runnable action) {}

  private final PriorityQueue<Event> events =
      new PriorityQueue<>(Comparator.comparing(Event::at).thenComparing(Event::order));
  private Instant now = START;
  private long scheduled;

  @Override
  public Instant instant() {
    return now;
  }

  /** The time since {@link #START}. */
  public Duration elapsed() {
    return Duration.between(START, now);
  }

  public void schedule(Instant at, Runnable action) {
    requireNonNull(action, "action");
    events.add(new Event(at, scheduled++, action));
  }

  /**
   * Moves the clock, running what falls due on the way. As with a real clock, an interrupt ends the
   * wait: an event that interrupts the thread stands for Ctrl-C at that instant.
   */
  @Override
  public void sleep(Duration time) throws InterruptedException {
    throwIfInterrupted();
    Instant end = now.plus(time);
    while (runNextBefore(end)) {
      throwIfInterrupted();
    }
    moveTo(end);
  }

  /** Moves the clock, running what falls due on the way. */
  public void advance(Duration time) {
    Instant end = now.plus(time);
    boolean moreToRun = true;
    while (moreToRun) {
      moreToRun = runNextBefore(end);
    }
    moveTo(end);
  }

  private boolean runNextBefore(Instant end) {
    Event next = events.peek();
    if (next == null || next.at().isAfter(end)) {
      return false;
    }
    events.remove();
    moveTo(next.at());
    next.action().run();
    return true;
  }

  private void moveTo(Instant instant) {
    if (instant.isAfter(now)) {
      now = instant;
    }
  }

  private void throwIfInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("interrupted after " + elapsed());
    }
  }
}
