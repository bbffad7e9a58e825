package dev.swarmha.deploy.placement;

import static java.util.Objects.requireNonNull;

import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.Amounts;
import dev.swarmha.engine.Node;
import dev.swarmha.engine.Node.Plugin;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.Snapshot;
import dev.swarmha.wait.PlacementConstraints;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What one task of a service asks of the node that is to take it.
 *
 * @param service the service, whose tasks count against its own limit; empty where it is not there
 *     yet
 * @param plugins the drivers that the node must have
 * @param platforms {@code os/architecture} of which the node must be one, either part empty where
 *     it does not matter; none means that all do
 * @param maxReplicas the most tasks of the service on one node; 0 for no limit
 * @param clusterVolumes whether it mounts volumes of which nodes do not tell whether they have them
 */
public record TaskNeeds(
    Optional<ResourceId> service,
    Amounts reserved,
    Set<Plugin> plugins,
    PlacementConstraints constraints,
    List<Platform> platforms,
    Set<HostPort> hostPorts,
    long maxReplicas,
    boolean clusterVolumes) {

  public TaskNeeds {
    requireNonNull(service, "service");
    requireNonNull(reserved, "reserved");
    plugins = new LinkedHashSet<>(plugins);
    requireNonNull(constraints, "constraints");
    platforms = List.copyOf(platforms);
    hostPorts = Set.copyOf(hostPorts);
  }

  /** Those of a service that is there. */
  public static TaskNeeds of(Resource service, Snapshot snapshot) {
    return of(service.spec(), Optional.of(service.id()), NetworkDrivers.of(snapshot));
  }

  /** Those of a service with this spec. */
  public static TaskNeeds of(Mapping spec, Optional<ResourceId> service, NetworkDrivers networks) {
    Mapping template = spec.mapping("TaskTemplate");
    Mapping placement = template.mapping("Placement");
    return new TaskNeeds(
        service,
        Amounts.read(template.mapping("Resources").mapping("Reservations")),
        plugins(template, networks),
        PlacementConstraints.of(spec),
        placement.sequence("Platforms").mappings().map(Platform::read).toList(),
        HostPort.of(spec),
        placement.number("MaxReplicas").orElse(0L),
        mounts(template).stream().anyMatch(mount -> isOf(mount, "cluster")));
  }

  private static List<Mapping> mounts(Mapping template) {
    return template.mapping("ContainerSpec").sequence("Mounts").mappings().toList();
  }

  private static boolean isOf(Mapping mount, String type) {
    return mount.text("Type").filter(type::equals).isPresent();
  }

  /** As far as the spec tells; swarmkit does not ask for {@code local} volumes and no log. */
  private static Set<Plugin> plugins(Mapping template, NetworkDrivers networks) {
    Set<Plugin> plugins = new LinkedHashSet<>();
    for (Mapping mount : mounts(template)) {
      mount
          .at("VolumeOptions", "DriverConfig", "Name")
          .flatMap(Document::asText)
          .filter(name -> isOf(mount, "volume") && !name.isEmpty() && !name.equals("local"))
          .ifPresent(name -> plugins.add(new Plugin("Volume", name)));
    }
    template
        .sequence("Networks")
        .mappings()
        .flatMap(network -> network.text("Target").stream())
        .flatMap(network -> networks.find(network).stream())
        .forEach(driver -> plugins.add(new Plugin("Network", driver)));
    template
        .mapping("LogDriver")
        .text("Name")
        .filter(name -> !name.isEmpty() && !name.equals("none"))
        .ifPresent(name -> plugins.add(new Plugin("Log", name)));
    return plugins;
  }

  /** Whether it cannot be told here what the scheduler will say of a node. */
  boolean isUndecidable(Node node) {
    return clusterVolumes || constraints.match(node) == PlacementConstraints.Match.UNDECIDABLE;
  }
}
