package dev.swarmha.engine.docker.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.document.Mapping;
import dev.swarmha.engine.ObjectVersion;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.UpdateStatus;
import dev.swarmha.engine.UpdateStatus.UpdateState;
import dev.swarmha.engine.docker.Recorded;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResourceReaderTest {

  private static Resource read(ResourceKind kind, String file, String name) throws IOException {
    return Recorded.list(file).stream()
        .map(object -> ResourceReader.read(kind, object))
        .filter(resource -> resource.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void readsAServiceWithItsWholeSpec() throws IOException {
    Resource service = read(ResourceKind.SERVICE, "20.10/services.json", "shop_web");

    assertThat(service.id()).isEqualTo(new ResourceId("txwfua5wxxnl9x8414fvy1fxf"));
    assertThat(service.version()).isEqualTo(new ObjectVersion(267));
    assertThat(service.createdAt()).isEqualTo(Instant.parse("2026-11-20T12:45:07.823440311Z"));
    assertThat(service.updatedAt()).isEqualTo(Instant.parse("2026-11-20T12:45:37.076473443Z"));
    assertThat(service.label("com.docker.stack.namespace")).contains("shop");
    assertThat(service.updateStatus())
        .contains(new UpdateStatus(UpdateState.UPDATING, "update in progress"));
    assertThat(service.spec().keys())
        .containsExactly(
            "Name",
            "Labels",
            "TaskTemplate",
            "Mode",
            "UpdateConfig",
            "RollbackConfig",
            "EndpointSpec");
  }

  @Test
  void readsAStateThatItDoesNotKnow() throws IOException {
    assertThat(read(ResourceKind.SERVICE, "28/services.json", "shop_job").updateStatus())
        .contains(new UpdateStatus(UpdateState.UNKNOWN, "a state of tomorrow"));
    assertThat(read(ResourceKind.SERVICE, "28/services.json", "shop_web").updateStatus())
        .contains(new UpdateStatus(UpdateState.ROLLBACK_COMPLETED, "rollback completed"));
    assertThat(read(ResourceKind.SERVICE, "28/services.json", "shop_globaljob").updateStatus())
        .isEmpty();
  }

  @Test
  void keepsTheDataOfAConfigAsItIsGiven() throws IOException {
    Resource config = read(ResourceKind.CONFIG, "20.10/configs.json", "shop_conf");

    assertThat(config.spec().text("Data")).contains("Y29uZiA9IDE=");
  }

  @Test
  void namesANodeByItsHost() throws IOException {
    Resource node = read(ResourceKind.NODE, "20.10/nodes.json", "w1");

    assertThat(node.spec())
        .isEqualTo(
            Json.parse(
                    "{'Labels':{'zone':'a'},'Role':'worker','Availability':'active'}"
                        .replace('\'', '"'))
                .orElseThrow());
  }

  @Test
  void makesANetworksSpecOfWhatWasAskedFor() throws IOException {
    Resource network = read(ResourceKind.NETWORK, "28/networks.json", "shop_backend");

    assertThat(network.createdAt()).isEqualTo(Instant.parse("2026-11-20T12:45:07.040391412Z"));
    assertThat(network.spec().keys())
        .containsExactlyInAnyOrder(
            "Name",
            "Driver",
            "EnableIPv4",
            "EnableIPv6",
            "IPAM",
            "Internal",
            "Attachable",
            "Ingress",
            "ConfigOnly",
            "Options",
            "Labels");
    assertThat(network.spec().mapping("Options").texts()).containsOnlyKeys("encrypted");
    assertThat(network.labels()).containsEntry("com.docker.stack.namespace", "shop");
  }

  @Test
  void keepsTheScopeOfADriverThatIsNotTheSwarmsByNature() throws IOException {
    Mapping spec = read(ResourceKind.NETWORK, "28/networks.json", "wan").spec();

    assertThat(spec.text("Scope")).contains("swarm");
    assertThat(spec.mapping("ConfigFrom").text("Network")).contains("wan-config");
  }

  @Test
  void readsASecretWithoutItsData() throws IOException {
    List<Mapping> secrets = Recorded.list("20.10/secrets.json");

    Resource secret = ResourceReader.read(ResourceKind.SECRET, secrets.get(0));

    assertThat(secret.name()).isEqualTo("shop_password");
    assertThat(secret.spec().keys()).containsExactly("Name", "Labels");
  }
}
