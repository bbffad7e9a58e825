package dev.swarmha.deploy.plan;

import static java.util.Objects.requireNonNull;

import dev.swarmha.document.Document;
import dev.swarmha.engine.Payload;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.ResourceRef;
import dev.swarmha.engine.Selector;
import dev.swarmha.engine.Snapshot;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How much of a file a deploy makes come true.
 *
 * @param only the full names of the services that it touches, together with what these use; empty
 *     for all
 * @param keepScale leave the replica counts of services alone that are there already
 */
public record Extent(Set<String> only, boolean keepScale) {

  /** All of it. */
  public static final Extent ALL = new Extent(Set.of(), false);

  /** The modes that are a number of tasks. */
  private static final Set<String> SCALES = Set.of("Replicated", "ReplicatedJob");

  public Extent {
    only = new TreeSet<>(only);
  }

  public boolean isPart() {
    return !only.isEmpty();
  }

  /** The part of a file that a deploy looks at: these services, and what they use. */
  public DesiredStack part(DesiredStack file) {
    if (!isPart()) {
      return file;
    }
    Set<ResourceRef> needed = new TreeSet<>();
    for (DesiredResource service : file.all(ResourceKind.SERVICE)) {
      if (only.contains(service.ref().name())) {
        needed.add(service.ref());
        needed.addAll(Uses.of(service.spec()));
      }
    }
    return new DesiredStack(
        file.name(),
        file.resources().stream().filter(each -> needed.contains(each.ref())).toList(),
        file.externals().stream().filter(needed::contains).collect(Collectors.toSet()),
        file.dependencies(),
        file.health().stream().filter(target -> concerns(target, only)).toList(),
        file.rendered());
  }

  private static boolean concerns(HealthTarget target, Set<String> services) {
    return !(target instanceof HealthTarget.ServicePort port) || services.contains(port.service());
  }

  /**
   * The whole stack as it is to be: that part of the file, with the replica counts that are to
   * stay, and the rest as it is in the swarm, to be left alone.
   */
  public DesiredStack whole(DesiredStack part, Snapshot now) {
    DesiredStack scaled = scaled(part, now);
    return isPart() ? withRest(scaled, now) : scaled;
  }

  /** A stack with the replica counts that its services have now, where these are to stay. */
  public DesiredStack scaled(DesiredStack desired, Snapshot now) {
    if (!keepScale) {
      return desired;
    }
    return desired.withResources(
        desired.resources().stream().map(each -> scaled(each, now)).toList());
  }

  private static DesiredResource scaled(DesiredResource wanted, Snapshot now) {
    Optional<Resource> live =
        Optional.of(wanted.ref())
            .filter(ref -> ref.kind() == ResourceKind.SERVICE)
            .flatMap(ref -> now.find(ref.kind(), ref.name()));
    return live.filter(service -> isScaledAlike(wanted, service))
        .map(
            service ->
                ReplicaMemory.takenOver(
                    wanted.spec().with("Mode", SurgeMemory.lowered(service.spec()).mapping("Mode")),
                    service.spec()))
        .map(spec -> new DesiredResource(wanted.ref(), spec, wanted.payload()))
        .orElse(wanted);
  }

  private static boolean isScaledAlike(DesiredResource wanted, Resource live) {
    Set<String> mode = wanted.spec().mapping("Mode").keys();
    return mode.equals(live.spec().mapping("Mode").keys()) && SCALES.containsAll(mode);
  }

  private static DesiredStack withRest(DesiredStack part, Snapshot now) {
    List<DesiredResource> rest = rest(part, now);
    List<DesiredResource> all = new ArrayList<>(part.resources());
    all.addAll(rest);
    all.sort(Comparator.comparing(DesiredResource::ref));
    Set<String> services =
        all.stream()
            .map(DesiredResource::ref)
            .filter(ref -> ref.kind() == ResourceKind.SERVICE)
            .map(ResourceRef::name)
            .collect(Collectors.toSet());
    return part.withResources(all)
        .withDependencies(part.dependencies().among(services))
        .leavingAlone(rest.stream().map(DesiredResource::ref).collect(Collectors.toSet()));
  }

  /** What the stack has beside a part of it, but for older generations of what the part has. */
  private static List<DesiredResource> rest(DesiredStack part, Snapshot now) {
    List<DesiredResource> others =
        DesiredStack.observed(part.name(), now).resources().stream()
            .filter(each -> isOwn(each, part.name()))
            .filter(each -> part.find(each.ref()).isEmpty())
            .filter(each -> !part.externals().contains(each.ref()))
            .toList();
    Set<ResourceRef> used = new TreeSet<>();
    others.stream()
        .filter(each -> each.ref().kind() == ResourceKind.SERVICE)
        .forEach(service -> used.addAll(Generations.usedBy(service.spec())));
    Set<ResourceRef> origins =
        part.resources().stream().map(Generations::origin).collect(Collectors.toSet());
    return others.stream()
        .filter(each -> used.contains(each.ref()) || !origins.contains(Generations.origin(each)))
        .map(each -> withContent(each, now))
        .toList();
  }

  /** A revision keeps the contents of configs, so that it can be gone back to. */
  private static DesiredResource withContent(DesiredResource object, Snapshot now) {
    Optional<Payload> content =
        Optional.of(object.ref())
            .filter(ref -> ref.kind() == ResourceKind.CONFIG)
            .flatMap(ref -> now.find(ref.kind(), ref.name()))
            .flatMap(config -> config.spec().get("Data"))
            .flatMap(Document::asText)
            .map(data -> Payload.of(Base64.getDecoder().decode(data)));
    return new DesiredResource(object.ref(), object.spec(), content);
  }

  private static boolean isOwn(DesiredResource object, String stack) {
    return object.spec().mapping("Labels").text(Selector.STACK_LABEL).equals(Optional.of(stack));
  }

  /**
   * The same stack, with what the services that are left alone have to answer: that is what the
   * revision says which the stack is at.
   */
  public DesiredStack withHealthOf(DesiredStack desired, Optional<DesiredStack> current) {
    requireNonNull(current, "current");
    if (!isPart() || current.isEmpty()) {
      return desired;
    }
    Stream<HealthTarget> others =
        current.get().health().stream()
            .filter(HealthTarget.ServicePort.class::isInstance)
            .filter(target -> !concerns(target, only));
    return desired.withHealth(Stream.concat(desired.health().stream(), others).toList());
  }
}
