package dev.swarmha.engine.docker.endpoint;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.Optional;

/**
 * Where an Engine listens.
 *
 * @param uri {@code unix:///path}, {@code tcp://host:port} or {@code
 *     ssh://[user@]host[:port][/path]}
 * @param tls what to identify both sides with; empty means plain, never "if it works out"
 * @param how how the endpoint was chosen, in words that fit after "at ENDPOINT"
 */
public record Endpoint(URI uri, Optional<TlsFiles> tls, String how) {

  public Endpoint {
    requireNonNull(uri, "uri");
    requireNonNull(tls, "tls");
    requireNonNull(how, "how");
  }

  /** Whom to call by ssh; empty where the Engine is reached without it. */
  public Optional<SshTarget> ssh() {
    return "ssh".equals(uri.getScheme()) ? Optional.of(SshTarget.of(uri)) : Optional.empty();
  }

  public boolean isUnixSocket() {
    return "unix".equals(uri.getScheme());
  }

  /** The address and how it was chosen, as messages name it. */
  @Override
  public String toString() {
    return uri + " (" + how + ")";
  }
}
