package dev.swarmha.deploy.placement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Sequence;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.Selector;
import dev.swarmha.engine.SwarmEngine;
import dev.swarmha.engine.WriteOptions;
import dev.swarmha.engine.testkit.InMemorySwarm;
import dev.swarmha.engine.testkit.ServiceSpecBuilder;
import org.junit.jupiter.api.Test;

class NodeLocalDataTest {

  private static final Mapping NAMED =
      Mapping.of("Type", Document.text("volume")).with("Source", Document.text("data"));
  private static final Mapping BIND =
      Mapping.of("Type", Document.text("bind")).with("Source", Document.text("/srv"));

  @Test
  void findsVolumesOfTheDriverLocal() {
    Resource service = mounting(NAMED);

    assertThat(NodeLocalData.of(service)).contains("volume data");
    assertThat(NodeLocalData.thatStays(service)).contains("volume data");
  }

  @Test
  void findsVolumesWithoutANameWhileTheirTasksAreThere() {
    Resource service =
        mounting(Mapping.of("Type", Document.text("volume")).with("Target", Document.text("/tmp")));

    assertThat(NodeLocalData.of(service)).contains("an anonymous volume at /tmp");
    assertThat(NodeLocalData.thatStays(service)).isEmpty();
  }

  @Test
  void findsDirectoriesThatTasksMayWriteTo() {
    assertThat(NodeLocalData.thatStays(mounting(BIND))).contains("the directory /srv");
    assertThat(NodeLocalData.of(mounting(BIND.with("ReadOnly", Document.bool(true))))).isEmpty();
  }

  @Test
  void passesOverSharesOfTheNetworkAndOtherDrivers() {
    Mapping share =
        Mapping.of("Name", Document.text("local"))
            .with("Options", Mapping.of("type", Document.text("nfs4")));
    Mapping driver = Mapping.of("Name", Document.text("rexray"));

    assertThat(NodeLocalData.of(mounting(by(share)))).isEmpty();
    assertThat(NodeLocalData.thatStays(mounting(by(share)))).isEmpty();
    assertThat(NodeLocalData.thatStays(mounting(by(driver)))).isEmpty();
  }

  private static Mapping by(Mapping driver) {
    return NAMED.with("VolumeOptions", Mapping.of("DriverConfig", driver));
  }

  private static Resource mounting(Mapping mount) {
    SwarmEngine swarm = InMemorySwarm.withNodes("n1").connection().swarm();
    Mapping spec = ServiceSpecBuilder.service("db", "db:1").build();
    Mapping template = spec.mapping("TaskTemplate");
    Mapping container = template.mapping("ContainerSpec").with("Mounts", Sequence.of(mount));
    swarm.create(
        ResourceKind.SERVICE,
        spec.with("TaskTemplate", template.with("ContainerSpec", container)),
        WriteOptions.NONE);
    return swarm.list(ResourceKind.SERVICE, Selector.all()).get(0);
  }
}
