package dev.swarmha.lab.placement;

import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Sequence;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.Selector;
import dev.swarmha.engine.SwarmEngine;
import dev.swarmha.engine.WriteOptions;
import dev.swarmha.engine.testkit.ServiceSpecBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** Nodes and services that differ from seed to seed in all that the scheduler looks at. */
final class RandomPlacements {

  static final DocumentPath PREFERENCES =
      DocumentPath.of("TaskTemplate", "Placement", "Preferences");
  private static final long GIB = 1L << 30;
  private static final List<String> ZONES = List.of("a", "b", "c");
  private static final List<String> RACKS = List.of("1", "2");

  private RandomPlacements() {}

  /** Gives nodes labels; the manager or the last worker takes no tasks at times. */
  static void describeNodes(SwarmEngine swarm, Random random) {
    for (Resource node : swarm.list(ResourceKind.NODE, Selector.all())) {
      Mapping.Builder labels = Mapping.builder();
      if (random.nextInt(5) > 0) {
        labels.put("zone", pick(ZONES, random));
      }
      if (random.nextInt(4) > 0) {
        labels.put("rack", pick(RACKS, random));
      }
      boolean mayRest = node.name().equals("m1") || node.name().equals("w4");
      String availability = mayRest && random.nextInt(3) == 0 ? "drain" : "active";
      boolean paused = node.name().equals("w3") && random.nextInt(3) == 0;
      swarm.update(
          node,
          node.spec()
              .with("Labels", labels.build())
              .with("Availability", Document.text(paused ? "pause" : availability)),
          WriteOptions.NONE);
    }
  }

  /** A service whose image is nowhere, and whose tasks are not tried again. */
  static ServiceSpecBuilder service(String name, Random random) {
    ServiceSpecBuilder spec =
        ServiceSpecBuilder.service(name, "nowhere:1").restart("none", Duration.ofSeconds(5), 0);
    switch (random.nextInt(6)) {
      case 0 -> spec.constraint("node.labels.zone!=" + pick(ZONES, random));
      case 1 -> spec.constraint("node.labels.rack==" + pick(RACKS, random));
      case 2 -> spec.constraint("node.role==" + (random.nextBoolean() ? "worker" : "manager"));
      default -> {}
    }
    switch (random.nextInt(4)) {
      case 0 -> spec.with(PREFERENCES, spread("node.labels.zone"));
      case 1 -> spec.with(PREFERENCES, spread("node.labels.zone", "node.labels.rack"));
      default -> {}
    }
    switch (random.nextInt(6)) {
      case 0 -> spec.maxReplicasPerNode(1 + random.nextInt(2));
      case 1 -> spec.hostPort(8081, 80);
      case 2 -> spec.reserve(0, GIB / 2 + random.nextInt(3) * GIB);
      default -> {}
    }
    return spec;
  }

  /** The memory of a node; all have as much. */
  static long memory(SwarmEngine swarm) {
    return swarm.nodes().get(0).description().capacity().memoryBytes();
  }

  static Sequence spread(String... labels) {
    return Sequence.of(List.of(labels).stream().map(RandomPlacements::preference).toList());
  }

  private static Mapping preference(String label) {
    return Mapping.builder()
        .put("Spread", Mapping.builder().put("SpreadDescriptor", label).build())
        .build();
  }

  private static String pick(List<String> values, Random random) {
    return values.get(random.nextInt(values.size()));
  }
}
