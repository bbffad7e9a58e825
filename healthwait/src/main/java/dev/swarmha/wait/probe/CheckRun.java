package dev.swarmha.wait.probe;

import dev.swarmha.engine.probe.ProbeResult;
import dev.swarmha.engine.probe.Prober;
import dev.swarmha.engine.time.DurationText;
import dev.swarmha.wait.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One check on its way through a wait: what it has answered, and when it is asked next. */
final class CheckRun {

  /** How soon to look again whether an answer has come. */
  private static final Duration GLANCE = Duration.ofMillis(50);

  private final CheckNumbers numbers = new CheckNumbers();
  private PlacedCheck placed;
  private Streak streak;
  private Optional<Prober.Attempt> attempt = Optional.empty();
  private Instant asked;
  private Instant due;
  private boolean isAsked = true;
  private boolean counts;
  private Instant countsFrom;

  CheckRun(PlacedCheck placed, Instant due) {
    this.placed = placed;
    this.streak = new Streak(placed.check());
    this.asked = due;
    this.due = due;
    this.countsFrom = due;
  }

  boolean isOf(PlacedCheck other) {
    return placed.isSame(other);
  }

  /**
   * How things stand where it is asked.
   *
   * @param counting whether answers to what is asked from now on count
   */
  void see(PlacedCheck place, boolean counting, Instant now) {
    placed = place;
    isAsked = true;
    if (counting && !counts) {
      count(now);
    }
    counts = counting;
  }

  /** Answers to what is asked from now on count, and none before. */
  void count(Instant now) {
    streak = new Streak(placed.check());
    countsFrom = now;
    counts = true;
  }

  /** There is nobody to ask any more. */
  void leave() {
    attempt.ifPresent(Prober.Attempt::abandon);
    attempt = Optional.empty();
    isAsked = false;
    counts = false;
  }

  /** Asks again as soon as possible. */
  void hurry(Instant now) {
    due = now;
  }

  boolean isDue(Instant now) {
    return isAsked && attempt.isEmpty() && !now.isBefore(due);
  }

  void begin(Prober prober, Instant now) {
    asked = now;
    due = now.plus(placed.check().interval());
    attempt = Optional.of(prober.begin(placed.check().probe()));
  }

  /** The answer to the question that is on its way, if it has come. */
  Optional<ProbeResult> collect() {
    Optional<ProbeResult> result = attempt.flatMap(Prober.Attempt::result);
    result.ifPresent(
        answer -> {
          attempt = Optional.empty();
          numbers.add(answer);
          if (!asked.isBefore(countsFrom)) {
            streak.add(answer.passed(), asked);
          }
        });
    return result;
  }

  /** The time until there is something to do; empty where there is not. */
  Optional<Duration> rest(Instant now) {
    if (attempt.isPresent()) {
      return Optional.of(GLANCE);
    }
    return isAsked ? Optional.of(Duration.between(now, due)) : Optional.empty();
  }

  boolean isAsked() {
    return isAsked;
  }

  /** Whether its answers count. */
  boolean counts() {
    return counts;
  }

  int tries() {
    return numbers.tries();
  }

  boolean hasPassed() {
    return streak.hasPassed();
  }

  boolean hasFailed() {
    return counts && streak.hasFailed();
  }

  /** Why the check has failed for good. */
  Reason failure() {
    String before = numbers.hasAnswered() ? "; it had answered before" : "";
    return reason(numbers.words() + ", after " + counted(streak.failures()) + before);
  }

  /** Whether it has passed since then, and without a break in this time. */
  boolean holds(Instant since, Duration window) {
    return streak.passesSince(since) && streak.isUnbroken(window);
  }

  /** Why it does not hold, after these words. */
  Reason missing(String lead, Duration window) {
    return reason(lead + ": " + missing(window));
  }

  private String missing(Duration window) {
    int passes = streak.passesInARow();
    if (passes == 0 || numbers.tries() == 0) {
      return numbers.words() + (streak.tries() == 0 ? "" : ", after " + counted(streak.tries()));
    }
    if (passes < placed.check().passes()) {
      return "healthy " + passes + " of " + placed.check().passes() + " times in a row";
    }
    return streak.isUnbroken(window)
        ? numbers.words() + ", but not asked again since everything has converged"
        : "healthy again, but not for " + DurationText.of(window) + " yet";
  }

  CheckSummary summary() {
    return numbers.summary(address());
  }

  private Reason reason(String message) {
    return placed
        .service()
        .map(
            service ->
                new Reason(
                    service,
                    Optional.empty(),
                    placed.node(),
                    address() + ": " + message,
                    List.of()))
        .orElseGet(() -> Reason.ofService(address(), message));
  }

  private String address() {
    return placed.check().probe().address();
  }

  private static String counted(int tries) {
    return tries == 1 ? "1 try" : tries + " tries";
  }
}
