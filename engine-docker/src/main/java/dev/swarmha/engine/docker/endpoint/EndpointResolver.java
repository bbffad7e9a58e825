package dev.swarmha.engine.docker.endpoint;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Chooses the endpoint in the docker CLI's order: {@code --host}, {@code --context}, {@code
 * DOCKER_HOST}, {@code DOCKER_CONTEXT}, the configuration's current context, the default socket.
 * What cannot be used is refused; another endpoint is never taken in its place.
 */
public final class EndpointResolver {

  private static final String DEFAULT_CONTEXT = "default";

  private final Environment environment;

  public EndpointResolver(Map<String, String> environment) {
    this.environment = new Environment(environment);
  }

  /**
   * The endpoints that the options and the environment choose: several only where {@code --host} is
   * given several times, each once.
   *
   * @throws EndpointException when they choose none, or one that is not supported
   */
  public List<Endpoint> resolveAll(EndpointOptions options) {
    refuseContradictions(options);
    if (options.hosts().isEmpty()) {
      return List.of(withoutHost(options));
    }
    return options.hosts().stream()
        .map(host -> endpoint(host, "from --host", options))
        .distinct()
        .toList();
  }

  /**
   * The one endpoint that the options and the environment choose.
   *
   * @throws EndpointException when they choose none, several, or one that is not supported
   */
  public Endpoint resolve(EndpointOptions options) {
    List<Endpoint> all = resolveAll(options);
    if (all.size() > 1) {
      throw new EndpointException("one --host is wanted here, and " + all.size() + " are given");
    }
    return all.get(0);
  }

  private Endpoint withoutHost(EndpointOptions options) {
    options.context().ifPresent(name -> refuseContext(name, "from --context"));
    Optional<String> host = environment.get("DOCKER_HOST");
    if (host.isPresent()) {
      return endpoint(host.get(), "from DOCKER_HOST", options);
    }
    if (options.context().isEmpty()) {
      refuseContextsOfTheEnvironment();
    }
    return defaultEndpoint(options);
  }

  private static void refuseContradictions(EndpointOptions options) {
    if (!options.hosts().isEmpty() && options.context().isPresent()) {
      throw new EndpointException("--host and --context exclude each other");
    }
  }

  private void refuseContextsOfTheEnvironment() {
    Optional<String> named = environment.get("DOCKER_CONTEXT");
    if (named.isPresent()) {
      refuseContext(named.get(), "from DOCKER_CONTEXT");
      return;
    }
    environment
        .configDirectory()
        .map(directory -> directory.resolve("config.json"))
        .ifPresent(
            file ->
                CliConfiguration.read(file)
                    .currentContext()
                    .ifPresent(name -> refuseContext(name, "the current context in " + file)));
  }

  private static void refuseContext(String name, String how) {
    if (!name.equals(DEFAULT_CONTEXT)) {
      throw new EndpointException(
          "docker contexts are not supported yet: "
              + name
              + " ("
              + how
              + "); choose an endpoint with --host or DOCKER_HOST");
    }
  }

  private Endpoint endpoint(String host, String how, EndpointOptions options) {
    URI uri = new HostAddress(host, how).uri();
    boolean overNetwork = "tcp".equals(uri.getScheme());
    return new Endpoint(uri, overNetwork ? tls(options) : Optional.empty(), how);
  }

  private Endpoint defaultEndpoint(EndpointOptions options) {
    Optional<TlsFiles> tls = tls(options);
    return tls.isPresent()
        ? new Endpoint(URI.create("tcp://localhost:2376"), tls, "the default with TLS")
        : new Endpoint(
            URI.create("unix://" + HostAddress.DEFAULT_SOCKET), tls, "the default socket");
  }

  private Optional<TlsFiles> tls(EndpointOptions options) {
    return new TlsChoice(options.tls(), environment).files();
  }
}
