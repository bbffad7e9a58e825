package dev.swarmha.deploy.node;

import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.Resource;
import java.util.Optional;

/**
 * What tasks of a service keep on the node that they run on: a bind mount that they may write to,
 * or a named volume of the {@code local} driver, both of which exist on each node by themselves. A
 * volume without a name is of one task alone and goes with it.
 */
final class NodeLocalData {

  private NodeLocalData() {}

  /** Where a service has such data; empty where it has none. */
  static Optional<String> of(Resource service) {
    return service
        .spec()
        .mapping("TaskTemplate")
        .mapping("ContainerSpec")
        .sequence("Mounts")
        .mappings()
        .filter(NodeLocalData::staysBehind)
        .map(NodeLocalData::words)
        .findFirst();
  }

  private static boolean staysBehind(Mapping mount) {
    String driver =
        mount.mapping("VolumeOptions").mapping("DriverConfig").text("Name").orElse("local");
    boolean volume = type(mount).equals("volume") && (driver.isEmpty() || driver.equals("local"));
    boolean readOnly = mount.get("ReadOnly").flatMap(Document::asBoolean).orElse(false);
    return !readOnly && (type(mount).equals("bind") || (volume && source(mount).isPresent()));
  }

  private static String words(Mapping mount) {
    return (type(mount).equals("bind") ? "the directory " : "the volume ")
        + source(mount).orElse("?");
  }

  private static String type(Mapping mount) {
    return mount.text("Type").filter(type -> !type.isEmpty()).orElse("volume");
  }

  private static Optional<String> source(Mapping mount) {
    return mount.text("Source").filter(source -> !source.isEmpty());
  }
}
