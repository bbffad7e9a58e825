package dev.swarmha.engine;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What an Engine tells of a container beyond what its task tells.
 *
 * @param outOfMemory whether the kernel has killed a process of it for want of memory
 * @param healthChecks the last runs of its healthcheck, as far as the Engine keeps them, the newest
 *     last
 */
public record Container(boolean outOfMemory, List<HealthCheckRun> healthChecks) {

  public Container {
    healthChecks = List.copyOf(healthChecks);
  }

  /** One run of a healthcheck; exit code 0 means healthy. */
  public record HealthCheckRun(int exitCode, String output) {
    public HealthCheckRun {
      requireNonNull(output, "output");
    }

    public boolean passed() {
      return exitCode == 0;
    }
  }
}
