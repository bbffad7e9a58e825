package dev.swarmha.deploy.plan;

import static java.util.Objects.requireNonNull;

import dev.swarmha.engine.probe.StatusRange;
import dev.swarmha.wait.probe.HealthCheck;
import java.time.Duration;
import java.util.Optional;

/** Something that must answer before a stack counts as healthy. */
public sealed interface HealthTarget {

  /** A fixed address. */
  record Address(HealthCheck check) implements HealthTarget {
    public Address {
      requireNonNull(check, "check");
    }
  }

  /**
   * A published port of a service: asked on every node that runs one of its tasks where the port is
   * published in host mode, and on one ready node otherwise, since the routing mesh answers on all.
   *
   * @param service the service's full name
   * @param path the path of a GET; empty for a plain connection
   */
  record ServicePort(
      String service, int publishedPort, Optional<String> path, Expectation expectation)
      implements HealthTarget {
    public ServicePort {
      requireNonNull(service, "service");
      requireNonNull(path, "path");
      requireNonNull(expectation, "expectation");
    }
  }

  /** What counts as a good answer, and how often and how long to ask for it. */
  record Expectation(
      StatusRange status,
      Optional<String> contains,
      int retries,
      Duration interval,
      Duration timeout) {
    /** What the stack file's {@code x-swarmha} says where it is silent. */
    public static final Expectation DEFAULT =
        new Expectation(
            StatusRange.SUCCESS,
            Optional.empty(),
            30,
            Duration.ofSeconds(2),
            Duration.ofSeconds(5));

    public Expectation {
      requireNonNull(status, "status");
      requireNonNull(contains, "contains");
      requireNonNull(interval, "interval");
      requireNonNull(timeout, "timeout");
    }
  }
}
