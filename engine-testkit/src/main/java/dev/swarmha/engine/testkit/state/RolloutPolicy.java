package dev.swarmha.engine.testkit.state;

import static java.util.Objects.requireNonNull;

import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import java.math.BigDecimal;
import java.time.Duration;

/**
 * A spec's {@code UpdateConfig} or {@code RollbackConfig}. Where a spec has none, swarmkit's
 * defaults hold ({@code api/defaults/service.go}).
 *
 * @param parallelism how many slots change at once; 0 for all of them
 */
public record RolloutPolicy(
    int parallelism,
    Duration delay,
    Duration monitor,
    BigDecimal maxFailureRatio,
    FailureAction failureAction,
    boolean startFirst) {

  private static final Duration DEFAULT_MONITOR = Duration.ofSeconds(5);

  /** What the managers do when too many of the new tasks fail. */
  public enum FailureAction {
    PAUSE,
    CONTINUE,
    ROLLBACK
  }

  public RolloutPolicy {
    requireNonNull(delay, "delay");
    requireNonNull(monitor, "monitor");
    requireNonNull(maxFailureRatio, "maxFailureRatio");
    requireNonNull(failureAction, "failureAction");
  }

  static RolloutPolicy read(Document config) {
    Mapping mapping = config.asMapping().orElse(Mapping.empty());
    return new RolloutPolicy(
        mapping.number("Parallelism").orElse(0L).intValue(),
        Duration.ofNanos(mapping.number("Delay").orElse(0L)),
        mapping
            .number("Monitor")
            .filter(nanos -> nanos > 0)
            .map(Duration::ofNanos)
            .orElse(DEFAULT_MONITOR),
        mapping
            .get("MaxFailureRatio")
            .flatMap(Document::asScalar)
            .flatMap(scalar -> scalar.decimalValue())
            .orElse(BigDecimal.ZERO),
        action(mapping.text("FailureAction").orElse("")),
        mapping.text("Order").filter("start-first"::equals).isPresent());
  }

  static RolloutPolicy absent() {
    return new RolloutPolicy(
        1, Duration.ZERO, DEFAULT_MONITOR, BigDecimal.ZERO, FailureAction.PAUSE, false);
  }

  private static FailureAction action(String text) {
    return switch (text) {
      case "rollback" -> FailureAction.ROLLBACK;
      case "continue" -> FailureAction.CONTINUE;
      default -> FailureAction.PAUSE;
    };
  }

  /** How long new tasks are watched; never less than the pause between two batches. */
  public Duration watch() {
    return delay.compareTo(monitor) < 0 ? monitor : delay.plusSeconds(1);
  }

  /** Whether this many failures among so many changed slots are too many. */
  public boolean exceededBy(int failures, int slots) {
    BigDecimal allowed = maxFailureRatio.multiply(BigDecimal.valueOf(slots));
    return BigDecimal.valueOf(failures).compareTo(allowed) > 0;
  }
}
