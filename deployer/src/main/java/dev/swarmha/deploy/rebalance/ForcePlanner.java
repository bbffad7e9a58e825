package dev.swarmha.deploy.rebalance;

import dev.swarmha.deploy.plan.Plan;
import dev.swarmha.deploy.plan.PlanBuilder;
import dev.swarmha.deploy.plan.Prerequisites;
import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.FieldChange;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.Snapshot;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which services to spread anew by raising their {@code ForceUpdate}, as {@code docker service
 * update --force} does, and which to leave alone and why. Each service's own update policy then
 * decides how many of its tasks are replaced at a time.
 */
final class ForcePlanner {

  private static final DocumentPath FORCE_UPDATE = DocumentPath.of("TaskTemplate", "ForceUpdate");

  private final Snapshot snapshot;
  private final PlanBuilder plan = new PlanBuilder();
  private final Map<String, String> leftAlone = new TreeMap<>();

  private ForcePlanner(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  static Forecast plan(List<Resource> services, Snapshot snapshot) {
    ForcePlanner planner = new ForcePlanner(snapshot);
    services.forEach(planner::consider);
    return new Forecast(planner.plan.build(), planner.leftAlone);
  }

  private void consider(Resource service) {
    Optional<String> reason = reasonToLeaveAlone(service);
    if (reason.isPresent()) {
      leftAlone.put(service.name(), reason.get());
      return;
    }
    long counter = service.spec().at(FORCE_UPDATE).flatMap(Document::asLong).orElse(0L);
    Document raised = Document.number(counter + 1);
    FieldChange change =
        new FieldChange(FORCE_UPDATE, Optional.of(Document.number(counter)), Optional.of(raised));
    plan.update(
        service,
        service.spec().withAt(FORCE_UPDATE, raised),
        List.of(change),
        "uneven: " + Spread.of(service, snapshot),
        Prerequisites.NONE);
  }

  private Optional<String> reasonToLeaveAlone(Resource service) {
    Mapping mode = service.spec().mapping("Mode");
    if (mode.has("Global")) {
      return Optional.of("a global service has one task on every node anyway");
    }
    if (mode.has("ReplicatedJob") || mode.has("GlobalJob")) {
      return Optional.of("a job would run again");
    }
    if (mode.mapping("Replicated").number("Replicas").orElse(1L) < 2) {
      return Optional.of("a single task can only be interrupted, not spread");
    }
    return localVolume(service)
        .map(volume -> "its tasks hold data on their nodes, in " + volume)
        .or(() -> evenSpread(service));
  }

  /** A volume without a driver, and a bind mount, exist on each node by themselves. */
  private static Optional<String> localVolume(Resource service) {
    return service
        .spec()
        .mapping("TaskTemplate")
        .mapping("ContainerSpec")
        .sequence("Mounts")
        .mappings()
        .filter(ForcePlanner::isLocal)
        .map(mount -> mount.text("Source").or(() -> mount.text("Target")).orElse("a volume"))
        .findFirst();
  }

  private static boolean isLocal(Mapping mount) {
    String type = mount.text("Type").orElse("volume");
    String driver =
        mount.mapping("VolumeOptions").mapping("DriverConfig").text("Name").orElse("local");
    boolean writable =
        mount.get("ReadOnly").flatMap(Document::asBoolean).map(readOnly -> !readOnly).orElse(true);
    return writable && (type.equals("bind") || (type.equals("volume") && driver.equals("local")));
  }

  private Optional<String> evenSpread(Resource service) {
    Spread spread = Spread.of(service, snapshot);
    return spread.isEven() ? Optional.of("balanced already: " + spread) : Optional.empty();
  }

  /** The plan, and by name of service why it is left alone. */
  record Forecast(Plan plan, Map<String, String> leftAlone) {
    Forecast {
      leftAlone = new TreeMap<>(leftAlone);
    }
  }
}
