package dev.swarmha.deploy.rebalance;

import dev.swarmha.deploy.plan.SurgeMemory;
import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.Task;
import dev.swarmha.engine.UpdateStatus.UpdateState;
import dev.swarmha.wait.Slot;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Which services must not be moved, whatever their spread, and why. */
final class Protection {

  private Protection() {}

  /**
   * Why a service is left alone; empty where nothing speaks against moving its tasks.
   *
   * @param tasks those of the service
   * @param ready the nodes that the managers hear from
   */
  static Optional<String> of(Resource service, List<Task> tasks, Set<ResourceId> ready) {
    return byMode(service).or(() -> byVolume(service)).or(() -> byUnrest(service, tasks, ready));
  }

  private static Optional<String> byMode(Resource service) {
    Mapping mode = service.spec().mapping("Mode");
    if (mode.has("Global")) {
      return Optional.of("a global service has one task on every node anyway");
    }
    if (mode.has("ReplicatedJob") || mode.has("GlobalJob")) {
      return Optional.of("a job would run again");
    }
    long replicas = SurgeMemory.replicas(service.spec());
    if (replicas == 0) {
      return Optional.of("it is stopped");
    }
    return replicas == 1
        ? Optional.of("a single task can only be interrupted, not spread")
        : Optional.empty();
  }

  private static Optional<String> byVolume(Resource service) {
    return service
        .spec()
        .mapping("TaskTemplate")
        .mapping("ContainerSpec")
        .sequence("Mounts")
        .mappings()
        .filter(Protection::isOfItsNode)
        .map(Protection::name)
        .findFirst()
        .map(volume -> "its tasks hold data on their nodes, in " + volume);
  }

  private static String name(Mapping mount) {
    return mount
        .text("Source")
        .filter(source -> !source.isEmpty())
        .or(() -> mount.text("Target").map(target -> "an anonymous volume at " + target))
        .orElse("a volume");
  }

  /**
   * Whether a mount is another one on each node: a volume of the driver {@code local}, which is
   * also that of a volume without one, unless its options make it a share of the network; or a
   * directory of the node that tasks may write to.
   */
  private static boolean isOfItsNode(Mapping mount) {
    String type = mount.text("Type").orElse("volume");
    Mapping driver = mount.mapping("VolumeOptions").mapping("DriverConfig");
    boolean readOnly = mount.get("ReadOnly").flatMap(Document::asBoolean).orElse(false);
    return switch (type) {
      case "bind" -> !readOnly;
      case "volume" -> {
        String name = driver.text("Name").orElse("");
        yield (name.isEmpty() || name.equals("local")) && !isShare(driver.mapping("Options"));
      }
      default -> false;
    };
  }

  private static boolean isShare(Mapping options) {
    String type = options.text("type").orElse("").toLowerCase(Locale.ROOT);
    return type.startsWith("nfs") || type.startsWith("cifs") || type.startsWith("smb");
  }

  /** Scaling a service starts its halted update anew, and swaps tasks that nobody asked about. */
  private static Optional<String> byUnrest(
      Resource service, List<Task> tasks, Set<ResourceId> ready) {
    if (SurgeMemory.isIn(service.spec())) {
      return Optional.of(
          "it has more replicas than it is to have, left by a command that was cut off");
    }
    boolean updating =
        service
            .updateStatus()
            .filter(
                status ->
                    status.state() == UpdateState.UPDATING
                        || status.state() == UpdateState.ROLLBACK_STARTED)
            .isPresent();
    if (updating) {
      return Optional.of("it is being updated");
    }
    List<Task> live = tasks.stream().filter(Slot::isLive).toList();
    if (live.stream().anyMatch(task -> !task.upToDate())) {
      return Optional.of("some of its tasks have an earlier spec; its update has not ended");
    }
    long wanted = SurgeMemory.replicas(service.spec());
    long running = live.stream().filter(task -> runs(task, ready)).count();
    return running == wanted && live.size() == wanted
        ? Optional.empty()
        : Optional.of(
            running + " of its " + wanted + " tasks run; see: swarmha explain " + service.name());
  }

  private static boolean runs(Task task, Set<ResourceId> ready) {
    return task.isRunning() && task.node().filter(ready::contains).isPresent();
  }
}
