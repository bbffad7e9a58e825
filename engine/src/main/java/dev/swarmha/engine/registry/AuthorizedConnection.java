package dev.swarmha.engine.registry;

import static java.util.Objects.requireNonNull;

import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.CredentialsException;
import dev.swarmha.engine.EngineConnection;
import dev.swarmha.engine.EngineContainers;
import dev.swarmha.engine.EngineLogs;
import dev.swarmha.engine.ForwardingReads;
import dev.swarmha.engine.ImageRegistry;
import dev.swarmha.engine.RegistryAuth;
import dev.swarmha.engine.RegistryCredentials;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.SwarmEngine;
import dev.swarmha.engine.SwarmMembership;
import dev.swarmha.engine.WriteOptions;
import dev.swarmha.engine.Written;
import dev.swarmha.engine.time.Deadline;
import java.util.List;
import java.util.Optional;

/**
 * A connection that sends the credentials of its image's registry with every service that it writes
 * and with every image that it asks for. They are added at the very last: no plan, revision or
 * event ever holds them.
 *
 * <p>Where credentials cannot be read, none are sent, since what is under way must not end in the
 * middle, and the Engine keeps those that it has. Who wants to know asks for them before.
 */
public final class AuthorizedConnection implements EngineConnection {

  private static final DocumentPath IMAGE =
      DocumentPath.of("TaskTemplate", "ContainerSpec", "Image");

  private final EngineConnection connection;
  private final RegistryCredentials credentials;

  public AuthorizedConnection(EngineConnection connection, RegistryCredentials credentials) {
    this.connection = requireNonNull(connection, "connection");
    this.credentials = requireNonNull(credentials, "credentials");
  }

  @Override
  public SwarmEngine swarm() {
    return new AuthorizedEngine(connection.swarm());
  }

  @Override
  public SwarmEngine impatientSwarm() {
    return new AuthorizedEngine(connection.impatientSwarm());
  }

  @Override
  public SwarmMembership membership() {
    return connection.membership();
  }

  @Override
  public EngineLogs logs() {
    return connection.logs();
  }

  @Override
  public EngineContainers containers() {
    return connection.containers();
  }

  @Override
  public ImageRegistry images() {
    return new AuthorizedRegistry();
  }

  @Override
  public void close() {
    connection.close();
  }

  private Optional<RegistryAuth> readable(String image) {
    try {
      return credentials.forImage(image);
    } catch (CredentialsException unreadable) {
      return Optional.empty();
    }
  }

  private final class AuthorizedRegistry implements ImageRegistry {

    @Override
    public Optional<ImageManifest> inspect(String reference, Optional<RegistryAuth> auth) {
      return connection.images().inspect(reference, auth.or(() -> readable(reference)));
    }

    @Override
    public List<Optional<ImageManifest>> inspectAll(
        List<String> references, RegistryCredentials others) {
      return connection
          .images()
          .inspectAll(references, image -> others.forImage(image).or(() -> readable(image)));
    }
  }

  private final class AuthorizedEngine implements ForwardingReads {

    private final SwarmEngine engine;

    AuthorizedEngine(SwarmEngine engine) {
      this.engine = engine;
    }

    @Override
    public SwarmEngine behind() {
      return engine;
    }

    @Override
    public SwarmEngine until(Deadline deadline) {
      return new AuthorizedEngine(engine.until(deadline));
    }

    @Override
    public Written create(ResourceKind kind, Mapping spec, WriteOptions options) {
      return engine.create(kind, spec, authorized(kind, spec, options));
    }

    @Override
    public Written update(Resource observed, Mapping spec, WriteOptions options) {
      return engine.update(observed, spec, authorized(observed.kind(), spec, options));
    }

    private WriteOptions authorized(ResourceKind kind, Mapping spec, WriteOptions options) {
      if (kind != ResourceKind.SERVICE || options.registryAuth().isPresent()) {
        return options;
      }
      Optional<String> image = spec.at(IMAGE).flatMap(Document::asText);
      return new WriteOptions(
          options.payload(), image.flatMap(AuthorizedConnection.this::readable));
    }

    @Override
    public void remove(Resource observed) {
      engine.remove(observed);
    }
  }
}
