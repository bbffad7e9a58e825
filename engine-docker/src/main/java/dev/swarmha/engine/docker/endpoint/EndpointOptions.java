package dev.swarmha.engine.docker.endpoint;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the command line says of the endpoint; like the docker CLI, a blank host says nothing. */
public record EndpointOptions(List<String> hosts, Optional<String> context, TlsOptions tls) {

  /** A command line that leaves the choice to the environment. */
  public static final EndpointOptions NONE =
      new EndpointOptions(List.of(), Optional.empty(), TlsOptions.NONE);

  public EndpointOptions {
    hosts = hosts.stream().filter(host -> !host.isBlank()).toList();
    requireNonNull(context, "context");
    requireNonNull(tls, "tls");
  }

  public static EndpointOptions host(String host) {
    return new EndpointOptions(List.of(host), Optional.empty(), TlsOptions.NONE);
  }

  public EndpointOptions withTls(TlsOptions changed) {
    return new EndpointOptions(hosts, context, changed);
  }

  /** The {@code --tls…} options; what is empty was not given. */
  public record TlsOptions(
      Optional<Boolean> verify, Optional<Path> ca, Optional<Path> certificate, Optional<Path> key) {

    public static final TlsOptions NONE =
        new TlsOptions(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public TlsOptions {
      requireNonNull(verify, "verify");
      requireNonNull(ca, "ca");
      requireNonNull(certificate, "certificate");
      requireNonNull(key, "key");
    }

    boolean namesFiles() {
      return ca.isPresent() || certificate.isPresent() || key.isPresent();
    }
  }
}
