package dev.swarmha.engine.docker.endpoint;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The PEM files of a TLS connection.
 *
 * @param ca the authorities that may have signed the Engine's certificate; empty for the system's
 * @param client who we are; empty where the Engine does not ask
 * @param verifies whether the Engine has to prove who it is; only somebody's express wish makes
 *     this false
 */
public record TlsFiles(Optional<Path> ca, Optional<ClientIdentity> client, boolean verifies) {

  public TlsFiles {
    requireNonNull(ca, "ca");
    requireNonNull(client, "client");
  }

  /** With an Engine that has to prove who it is. */
  public TlsFiles(Optional<Path> ca, Optional<ClientIdentity> client) {
    this(ca, client, true);
  }

  /** A client certificate, its chain behind it, and its private key. */
  public record ClientIdentity(Path certificate, Path key) {

    public ClientIdentity {
      requireNonNull(certificate, "certificate");
      requireNonNull(key, "key");
    }
  }
}
