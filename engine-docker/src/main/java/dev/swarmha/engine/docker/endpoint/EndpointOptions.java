package dev.swarmha.engine.docker.endpoint;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the command line says of the endpoint; like the docker CLI, a blank host or context says
 * nothing.
 */
public record EndpointOptions(List<String> hosts, List<String> contexts, TlsOptions tls) {

  /** A command line that leaves the choice to the environment. */
  public static final EndpointOptions NONE =
      new EndpointOptions(List.of(), List.of(), TlsOptions.NONE);

  public EndpointOptions {
    hosts = hosts.stream().filter(host -> !host.isBlank()).toList();
    contexts = contexts.stream().filter(context -> !context.isBlank()).toList();
    requireNonNull(tls, "tls");
  }

  /** One address, in any form that {@code --host} takes. */
  public static EndpointOptions host(String host) {
    return new EndpointOptions(List.of(host), List.of(), TlsOptions.NONE);
  }

  /** One context of the docker CLI's store. */
  public static EndpointOptions context(String name) {
    return new EndpointOptions(List.of(), List.of(name), TlsOptions.NONE);
  }

  public EndpointOptions withTls(TlsOptions changed) {
    return new EndpointOptions(hosts, contexts, changed);
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

    boolean isGiven() {
      return verify.isPresent() || namesFiles();
    }

    boolean namesFiles() {
      return ca.isPresent() || certificate.isPresent() || key.isPresent();
    }
  }
}
