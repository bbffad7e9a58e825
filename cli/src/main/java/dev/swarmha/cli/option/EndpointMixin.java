package dev.swarmha.cli.option;

import static picocli.CommandLine.ScopeType.INHERIT;

import dev.swarmha.cli.complete.Named;
import dev.swarmha.engine.docker.endpoint.EndpointOptions;
import dev.swarmha.engine.docker.endpoint.EndpointOptions.TlsOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which Engines to speak to; what is not given is chosen as the docker CLI chooses it. */
public final class EndpointMixin {

  @Option(
      names = {"-H", "--host"},
      scope = INHERIT,
      paramLabel = "URL",
      parameterConsumer = CollectingConsumer.class,
      description =
          "Endpoint of an Engine: ssh://USER@HOST:PORT, tcp://HOST:PORT or unix:///PATH;"
              + " USER@ and the port can be left out, HOST:PORT alone is tcp. Repeatable: managers"
              + " of one swarm, of which another is asked when one is away. Default: DOCKER_HOST, or"
              + " else DOCKER_CONTEXT, the docker CLI's current context, or the local socket")
  private List<String> hosts = new ArrayList<>();

  @Option(
      names = "--context",
      completionCandidates = Named.Context.class,
      scope = INHERIT,
      paramLabel = "NAME",
      parameterConsumer = CollectingConsumer.class,
      description = "A context of the docker CLI; repeatable like --host")
  private List<String> contexts = new ArrayList<>();

  @Option(
      names = "--tlsverify",
      scope = INHERIT,
      arity = "0..1",
      fallbackValue = "true",
      paramLabel = "true|false",
      description =
          "Use TLS and verify the Engine; false: do not verify it. Default: whether"
              + " DOCKER_TLS_VERIFY is set")
  private @Nullable Boolean tlsVerify;

  @Option(
      names = "--tlscacert",
      scope = INHERIT,
      paramLabel = "FILE",
      description =
          "Trust certificates signed by this authority alone. Default: ca.pem in"
              + " DOCKER_CERT_PATH, or else in ~/.docker")
  private @Nullable Path authority;

  @Option(
      names = "--tlscert",
      scope = INHERIT,
      paramLabel = "FILE",
      description = "Client certificate. Default: cert.pem in the same place")
  private @Nullable Path certificate;

  @Option(
      names = "--tlskey",
      scope = INHERIT,
      paramLabel = "FILE",
      description = "Client key. Default: key.pem in the same place")
  private @Nullable Path key;

  public EndpointOptions options() {
    TlsOptions tls =
        new TlsOptions(
            Optional.ofNullable(tlsVerify),
            Optional.ofNullable(authority),
            Optional.ofNullable(certificate),
            Optional.ofNullable(key));
    return new EndpointOptions(hosts, contexts, tls);
  }
}
