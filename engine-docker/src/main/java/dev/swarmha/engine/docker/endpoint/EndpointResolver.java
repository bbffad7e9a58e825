package dev.swarmha.engine.docker.endpoint;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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
   * The endpoints that the options and the environment choose: several only where {@code --host} or
   * {@code --context} is given several times, each once.
   *
   * @throws EndpointException when they choose none, or one that cannot be used
   */
  public List<Endpoint> resolveAll(EndpointOptions options) {
    refuseContradictions(options);
    if (!options.hosts().isEmpty()) {
      return options.hosts().stream()
          .map(host -> endpoint(host, "from --host", options))
          .distinct()
          .toList();
    }
    if (!options.contexts().isEmpty()) {
      return options.contexts().stream()
          .map(name -> context(name, "from --context", options))
          .distinct()
          .toList();
    }
    return List.of(fromEnvironment(options));
  }

  /**
   * The one endpoint that the options and the environment choose.
   *
   * @throws EndpointException when they choose none, several, or one that cannot be used
   */
  public Endpoint resolve(EndpointOptions options) {
    List<Endpoint> all = resolveAll(options);
    if (all.size() > 1) {
      String option = options.hosts().isEmpty() ? "--context" : "--host";
      throw new EndpointException(
          "one " + option + " is wanted here, and " + all.size() + " are given");
    }
    return all.get(0);
  }

  /** The context that is chosen, of several the first; empty where it is none, or the default. */
  public Optional<String> context(EndpointOptions options) {
    if (!options.hosts().isEmpty()) {
      return Optional.empty();
    }
    return options.contexts().stream()
        .findFirst()
        .or(this::contextOfEnvironment)
        .filter(name -> !name.equals(DEFAULT_CONTEXT));
  }

  private Optional<String> contextOfEnvironment() {
    if (environment.get("DOCKER_HOST").isPresent()) {
      return Optional.empty();
    }
    return environment.get("DOCKER_CONTEXT").or(this::currentContext);
  }

  private Optional<String> currentContext() {
    return environment
        .configDirectory()
        .map(directory -> directory.resolve("config.json"))
        .flatMap(file -> CliConfiguration.read(file).currentContext());
  }

  /**
   * The names that {@code --context} can have here.
   *
   * @throws EndpointException when the docker CLI's store cannot be read
   */
  public List<String> contexts() {
    List<String> stored =
        environment
            .configDirectory()
            .map(each -> new ContextStore(each).names())
            .orElseGet(List::of);
    return Stream.concat(Stream.of(DEFAULT_CONTEXT), stored.stream()).toList();
  }

  private static void refuseContradictions(EndpointOptions options) {
    if (!options.hosts().isEmpty() && !options.contexts().isEmpty()) {
      throw new EndpointException("--host and --context exclude each other");
    }
  }

  private Endpoint fromEnvironment(EndpointOptions options) {
    if (environment.get("DOCKER_HOST").isPresent()) {
      return withoutContext(options);
    }
    Optional<String> named = environment.get("DOCKER_CONTEXT");
    if (named.isPresent()) {
      return context(named.get(), "from DOCKER_CONTEXT", options);
    }
    Optional<Path> file =
        environment.configDirectory().map(directory -> directory.resolve("config.json"));
    Optional<String> current = file.flatMap(each -> CliConfiguration.read(each).currentContext());
    return current.isPresent()
        ? context(current.get(), "the current one in " + file.orElseThrow(), options)
        : withoutContext(options);
  }

  private Endpoint context(String name, String how, EndpointOptions options) {
    if (name.equals(DEFAULT_CONTEXT)) {
      return withoutContext(options);
    }
    if (options.tls().isGiven()) {
      throw new EndpointException(
          "the docker context "
              + name
              + " ("
              + how
              + ") brings its own TLS files: leave the --tls options out, or name the Engine with"
              + " --host");
    }
    return environment
        .configDirectory()
        .map(directory -> new ContextStore(directory).endpoint(name, how))
        .orElseThrow(
            () ->
                new EndpointException(
                    "no docker context "
                        + name
                        + " ("
                        + how
                        + "): neither HOME nor DOCKER_CONFIG"
                        + " says where contexts are kept"));
  }

  /** What the docker CLI calls the context {@code default}. */
  private Endpoint withoutContext(EndpointOptions options) {
    return environment
        .get("DOCKER_HOST")
        .map(host -> endpoint(host, "from DOCKER_HOST", options))
        .orElseGet(() -> defaultEndpoint(options));
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
