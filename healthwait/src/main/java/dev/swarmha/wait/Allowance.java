package dev.swarmha.wait;

import dev.swarmha.document.Mapping;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * The longest time for which nothing may happen in a rollout because the service's own spec says
 * so: between batches, while they are monitored, before a restart, or while containers start or
 * stop.
 */
final class Allowance {

  private Allowance() {}

  static Duration of(Mapping spec) {
    Mapping task = spec.mapping("TaskTemplate");
    Mapping container = task.mapping("ContainerSpec");
    return Stream.of(
            nanos(spec.mapping("UpdateConfig"), "Delay"),
            nanos(spec.mapping("UpdateConfig"), "Monitor"),
            nanos(spec.mapping("RollbackConfig"), "Delay"),
            nanos(spec.mapping("RollbackConfig"), "Monitor"),
            nanos(task.mapping("RestartPolicy"), "Delay"),
            nanos(container, "StopGracePeriod"),
            nanos(container.mapping("Healthcheck"), "StartPeriod")
                .plus(nanos(container.mapping("Healthcheck"), "Interval")))
        .reduce(Duration.ZERO, (a, b) -> a.compareTo(b) >= 0 ? a : b);
  }

  private static Duration nanos(Mapping mapping, String key) {
    return Duration.ofNanos(mapping.number(key).orElse(0L));
  }
}
