package dev.swarmha.deploy.placement;

import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.Resource;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What tasks of a service keep on the node that they run on, in words: a volume of the driver
 * {@code local}, unless its options make it a share of the network, or a directory of the node that
 * tasks may write to. Each is another one on each node.
 */
public final class NodeLocalData {

  private NodeLocalData() {}

  /** Where a service has such data; empty where it has none. */
  public static Optional<String> of(Resource service) {
    return words(mounts(service));
  }

  /**
   * Where a service has such data that is still there when its task has gone; empty where it has
   * none. A volume without a name is of one task alone, and of no use to the next.
   */
  public static Optional<String> thatStays(Resource service) {
    Predicate<Mapping> hasName = mount -> source(mount).isPresent();
    return words(mounts(service).filter(hasName));
  }

  private static Stream<Mapping> mounts(Resource service) {
    return service
        .spec()
        .mapping("TaskTemplate")
        .mapping("ContainerSpec")
        .sequence("Mounts")
        .mappings()
        .filter(NodeLocalData::isOfItsNode);
  }

  private static boolean isOfItsNode(Mapping mount) {
    if (type(mount).equals("bind")) {
      return !mount.get("ReadOnly").flatMap(Document::asBoolean).orElse(false);
    }
    Mapping driver = mount.mapping("VolumeOptions").mapping("DriverConfig");
    String name = driver.text("Name").orElse("");
    return type(mount).equals("volume")
        && (name.isEmpty() || name.equals("local"))
        && !isShare(driver.mapping("Options"));
  }

  private static boolean isShare(Mapping options) {
    String type = options.text("type").orElse("").toLowerCase(Locale.ROOT);
    return type.startsWith("nfs") || type.startsWith("cifs") || type.startsWith("smb");
  }

  private static Optional<String> words(Stream<Mapping> mounts) {
    return mounts
        .findFirst()
        .map(
            mount ->
                source(mount)
                    .map(name -> (type(mount).equals("bind") ? "the directory " : "volume ") + name)
                    .orElseGet(() -> "an anonymous volume at " + mount.text("Target").orElse("?")));
  }

  private static String type(Mapping mount) {
    return mount.text("Type").filter(type -> !type.isEmpty()).orElse("volume");
  }

  private static Optional<String> source(Mapping mount) {
    return mount.text("Source").filter(source -> !source.isEmpty());
  }
}
