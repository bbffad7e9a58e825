package dev.swarmha.stack.cluster;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * How the Engine of a machine is reached: by its endpoint or by a context of the docker CLI.
 *
 * @param host the endpoint, in any form that {@code --host} takes
 * @param tls the files to identify both sides with; only beside a host
 */
public record Access(Optional<String> host, Optional<String> context, Optional<TlsMaterial> tls) {

  public Access {
    requireNonNull(host, "host");
    requireNonNull(context, "context");
    requireNonNull(tls, "tls");
    if (host.isPresent() == context.isPresent()) {
      throw new IllegalArgumentException("there must be either a host or a context");
    }
  }

  /** An endpoint without files of its own. */
  public static Access host(String host) {
    return new Access(Optional.of(host), Optional.empty(), Optional.empty());
  }

  /** How messages call it. */
  @Override
  public String toString() {
    return host.orElseGet(() -> "context " + context.orElseThrow());
  }

  /** PEM files, as they are named in the file: relative to its directory. */
  public record TlsMaterial(String ca, Optional<String> certificate, Optional<String> key) {
    public TlsMaterial {
      requireNonNull(ca, "ca");
      requireNonNull(certificate, "certificate");
      requireNonNull(key, "key");
    }
  }
}
