package dev.swarmha.deploy;

import static dev.swarmha.deploy.StackBuilder.stack;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.swarmha.deploy.event.ProgressSink;
import dev.swarmha.deploy.image.ImageCredentials;
import dev.swarmha.deploy.outcome.Outcome;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.CredentialsException;
import dev.swarmha.engine.EngineConnection;
import dev.swarmha.engine.ImageRegistry;
import dev.swarmha.engine.RegistryAuth;
import dev.swarmha.engine.RegistryCredentials;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.WriteOptions;
import dev.swarmha.engine.Written;
import dev.swarmha.engine.registry.AuthorizedConnection;
import dev.swarmha.engine.testkit.ForwardingConnection;
import dev.swarmha.engine.testkit.InMemorySwarm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is sent beside the services and images of a deploy, and what is not. */
class RegistryAuthTest {

  private static final RegistryCredentials BY_REGISTRY =
      image -> Optional.of(new RegistryAuth("for " + image.substring(0, image.indexOf('/'))));

  private final InMemorySwarm swarm = InMemorySwarm.withNodes("m1", "w1");
  private final Wire wire = new Wire(swarm.connection());

  /** Notes which credentials pass. */
  private static final class Wire implements ForwardingConnection {

    private final EngineConnection connection;
    private final List<String> sent = new ArrayList<>();

    Wire(EngineConnection connection) {
      this.connection = connection;
    }

    @Override
    public EngineConnection forwarded() {
      return connection;
    }

    @Override
    public Written create(ResourceKind kind, Mapping spec, WriteOptions options) {
      note("create", kind, spec.text("Name").orElse(""), options.registryAuth());
      return connection.swarm().create(kind, spec, options);
    }

    @Override
    public Written update(Resource observed, Mapping spec, WriteOptions options) {
      note("update", observed.kind(), observed.name(), options.registryAuth());
      return connection.swarm().update(observed, spec, options);
    }

    private void note(String verb, ResourceKind kind, String name, Optional<RegistryAuth> auth) {
      if (kind == ResourceKind.SERVICE) {
        sent.add(verb + " " + name + ": " + auth.map(RegistryAuth::header).orElse("none"));
      } else {
        assertThat(auth).isEmpty();
      }
    }

    @Override
    public ImageRegistry images() {
      return (reference, auth) -> {
        sent.add("inspect " + reference + ": " + auth.map(RegistryAuth::header).orElse("none"));
        return connection.images().inspect(reference, auth);
      };
    }
  }

  private Outcome deploy(EngineConnection connection, StackBuilder file) {
    World world = new World(connection, swarm.prober(), swarm.timeline(), ProgressSink.NONE);
    return new DeployStack(world).run(DeployRequest.of(file.build()));
  }

  @Test
  void sendsTheCredentialsOfEachImagesRegistry() {
    StackBuilder file = stack("shop").service("api", "a:1/api:1").service("web", "b:1/web:1");

    deploy(new AuthorizedConnection(wire, BY_REGISTRY), file);

    assertThat(wire.sent)
        .containsExactlyInAnyOrder(
            "inspect a:1/api:1: for a:1",
            "inspect b:1/web:1: for b:1",
            "create shop_api: for a:1",
            "create shop_web: for b:1");
  }

  @Test
  void sendsNoneUnlessTold() {
    deploy(wire, stack("shop").service("web", "a:1/web:1"));

    assertThat(wire.sent).containsExactly("inspect a:1/web:1: none", "create shop_web: none");
  }

  @Test
  void sendsThoseOfTheImageThatIsGoneBackTo() {
    deploy(swarm.connection(), stack("shop").service("web", "a:1/web:1"));
    swarm.image("b:1/web:2").crashesAfter(java.time.Duration.ofSeconds(1));

    Outcome outcome =
        deploy(
            new AuthorizedConnection(wire, BY_REGISTRY), stack("shop").service("web", "b:1/web:2"));

    assertThat(outcome).isInstanceOf(Outcome.RolledBack.class);
    assertThat(wire.sent)
        .containsSubsequence("update shop_web: for b:1", "update shop_web: for a:1");
  }

  @Test
  void goesOnWithoutCredentialsThatCannotBeReadAnyMore() {
    RegistryCredentials broken =
        image -> {
          throw new CredentialsException("the keychain is locked", null);
        };

    deploy(new AuthorizedConnection(wire, broken), stack("shop").service("web", "a:1/web:1"));

    assertThat(wire.sent).containsExactly("inspect a:1/web:1: none", "create shop_web: none");
    assertThatThrownBy(
            () ->
                new ImageCredentials(broken)
                    .require(stack("shop").service("web", "a:1/web:1").build()))
        .isInstanceOf(CredentialsException.class);
  }
}
