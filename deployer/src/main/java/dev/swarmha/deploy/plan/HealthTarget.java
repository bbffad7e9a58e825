package dev.swarmha.deploy.plan;

import static java.util.Objects.requireNonNull;

import dev.swarmha.engine.probe.HealthProbe;
import dev.swarmha.engine.probe.StatusRanges;
import dev.swarmha.engine.probe.TrustedAuthority;
import dev.swarmha.wait.probe.HealthCheck;
import java.net.URI;
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
   * @param secure whether the GET is over HTTPS
   */
  record ServicePort(
      String service,
      int publishedPort,
      Optional<String> path,
      boolean secure,
      Expectation expectation)
      implements HealthTarget {
    public ServicePort {
      requireNonNull(service, "service");
      requireNonNull(path, "path");
      requireNonNull(expectation, "expectation");
    }
  }

  /**
   * What counts as a good answer, and how often and how long to ask for it.
   *
   * @param authority who has signed the server's certificate, where not everyone trusts it
   * @param passes how often it must answer well one time after the other
   */
  record Expectation(
      StatusRanges status,
      Optional<String> contains,
      Optional<TrustedAuthority> authority,
      int passes,
      int retries,
      Duration interval,
      Duration timeout) {
    /** What the stack file's {@code x-swarmha} says where it is silent. */
    public static final Expectation DEFAULT =
        new Expectation(
            StatusRanges.SUCCESS,
            Optional.empty(),
            Optional.empty(),
            1,
            30,
            Duration.ofSeconds(2),
            Duration.ofSeconds(5));

    public Expectation {
      requireNonNull(status, "status");
      requireNonNull(contains, "contains");
      requireNonNull(authority, "authority");
      requireNonNull(interval, "interval");
      requireNonNull(timeout, "timeout");
    }

    /** What is to answer so at an address: {@code tcp://HOST:PORT}, or a URL to get. */
    public HealthCheck at(URI address) {
      HealthProbe probe =
          "tcp".equals(address.getScheme())
              ? new HealthProbe.Tcp(address.getHost(), address.getPort(), timeout)
              : new HealthProbe.Http(address, status, contains, authority, timeout);
      return new HealthCheck(probe, passes, retries, interval);
    }
  }
}
