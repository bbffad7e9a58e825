package dev.swarmha.engine.probe;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** One question asked of an address, and what counts as a good answer. */
public sealed interface HealthProbe {

  /** The longest time that one try may take. */
  Duration timeout();

  /** The address as users know it: a URL, or {@code tcp://HOST:PORT}. */
  String address();

  /**
   * A GET, good when the status is an expected one and the body contains the text, if one is set.
   * Redirects are followed, unless their status is itself expected.
   *
   * @param authority who has signed the server's certificate, where that is nobody whom everyone
   *     trusts
   */
  record Http(
      URI url,
      StatusRanges status,
      Optional<String> contains,
      Optional<TrustedAuthority> authority,
      Duration timeout)
      implements HealthProbe {
    public Http {
      requireNonNull(url, "url");
      requireNonNull(status, "status");
      requireNonNull(contains, "contains");
      requireNonNull(authority, "authority");
      requireNonNull(timeout, "timeout");
    }

    /** A GET of a server that speaks plainly, or whose certificate everyone trusts. */
    public Http(URI url, StatusRanges status, Optional<String> contains, Duration timeout) {
      this(url, status, contains, Optional.empty(), timeout);
    }

    @Override
    public String address() {
      return url.toString();
    }
  }

  /** A connection, good when it is accepted. */
  record Tcp(String host, int port, Duration timeout) implements HealthProbe {
    public Tcp {
      requireNonNull(host, "host");
      requireNonNull(timeout, "timeout");
    }

    @Override
    public String address() {
      return "tcp://" + host + ":" + port;
    }
  }
}
