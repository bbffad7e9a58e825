package dev.swarmha.engine.testkit.state;

import static java.util.Objects.requireNonNull;

import dev.swarmha.document.Mapping;
import dev.swarmha.engine.TaskState;
import java.time.Duration;

/**
 * When a task that has ended is started anew. Defaults are swarmkit's ({@code api/defaults/
 * service.go}): always, after five seconds, without limit.
 */
public record RestartPolicy(String condition, Duration delay, long maxAttempts, Duration window) {

  private static final Duration DEFAULT_DELAY = Duration.ofSeconds(5);

  public RestartPolicy {
    requireNonNull(condition, "condition");
    requireNonNull(delay, "delay");
    requireNonNull(window, "window");
  }

  static RestartPolicy read(Mapping policy) {
    return new RestartPolicy(
        policy.text("Condition").filter(text -> !text.isEmpty()).orElse("any"),
        policy.number("Delay").map(Duration::ofNanos).orElse(DEFAULT_DELAY),
        policy.number("MaxAttempts").orElse(0L),
        Duration.ofNanos(policy.number("Window").orElse(0L)));
  }

  /** Whether a task that ended in this state may be started anew at all. */
  public boolean covers(TaskState ended) {
    return switch (condition) {
      case "any" -> true;
      case "on-failure" -> ended != TaskState.COMPLETE;
      default -> false;
    };
  }
}
