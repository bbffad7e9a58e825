package dev.swarmha.deploy.plan;

import dev.swarmha.document.Document;
import dev.swarmha.engine.Payload;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.ResourceRef;
import dev.swarmha.engine.Selector;
import dev.swarmha.engine.Snapshot;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What must hold of the swarm before a stack goes back to what it was; every breach with what to
 * do. What its services need is there still, or is known well enough to be made again.
 */
final class ReturnConditions {

  private final DesiredStack target;
  private final Snapshot now;

  ReturnConditions(DesiredStack target, Snapshot now) {
    this.target = target;
    this.now = now;
  }

  List<String> problems() {
    Set<String> problems = new LinkedHashSet<>();
    for (ResourceRef needed : needed()) {
      if (isThere(needed)) {
        target.find(needed).flatMap(this::otherContent).ifPresent(problems::add);
      } else if (!canBeMade(needed)) {
        problems.add(lost(needed));
      }
    }
    target.resources().forEach(wanted -> conflict(wanted).ifPresent(problems::add));
    return List.copyOf(problems);
  }

  /** The target without the secrets and configs that are gone and that nothing needs. */
  DesiredStack possible() {
    Set<ResourceRef> needed = needed();
    return target.withResources(
        target.resources().stream()
            .filter(
                each ->
                    !Generations.haveContent(each.ref().kind())
                        || needed.contains(each.ref())
                        || isThere(each.ref()))
            .toList());
  }

  private Set<ResourceRef> needed() {
    Set<ResourceRef> needed = new TreeSet<>();
    target.all(ResourceKind.SERVICE).forEach(service -> needed.addAll(Uses.of(service.spec())));
    needed.removeIf(Uses::isOfEachNode);
    return needed;
  }

  private boolean isThere(ResourceRef ref) {
    return now.find(ref.kind(), ref.name()).isPresent();
  }

  private boolean canBeMade(ResourceRef ref) {
    return target
        .find(ref)
        .filter(wanted -> !Generations.haveContent(ref.kind()) || wanted.payload().isPresent())
        .isPresent();
  }

  private static String lost(ResourceRef ref) {
    String gone = ref + " is needed and no longer in the swarm";
    return switch (ref.kind()) {
      case SECRET ->
          gone
              + "; nobody can read the value of a secret, so make it again with: swarmha secret"
              + " create "
              + ref.name()
              + " FILE";
      case CONFIG ->
          gone
              + ", and its content was not kept; make it again with: swarmha config create "
              + ref.name()
              + " FILE";
      case NETWORK, SERVICE, NODE ->
          gone + "; make it again with: docker network create --driver overlay " + ref.name();
    };
  }

  private Optional<String> otherContent(DesiredResource wanted) {
    Optional<byte[]> there =
        now.find(wanted.ref().kind(), wanted.ref().name())
            .flatMap(observed -> observed.spec().get("Data"))
            .flatMap(Document::asText)
            .map(Base64.getDecoder()::decode);
    Optional<byte[]> kept = wanted.payload().map(Payload::bytes);
    if (there.isEmpty() || kept.isEmpty() || Arrays.equals(there.get(), kept.get())) {
      return Optional.empty();
    }
    return Optional.of(
        wanted.ref()
            + " has other content now, and Swarm cannot change a config; remove it first, once"
            + " nothing uses it");
  }

  private Optional<String> conflict(DesiredResource wanted) {
    Optional<Resource> found = now.find(wanted.ref().kind(), wanted.ref().name());
    if (found.isEmpty() || Generations.haveContent(wanted.ref().kind())) {
      return Optional.empty();
    }
    Resource observed = found.get();
    if (!Selector.stack(target.name()).matches(observed)) {
      return Optional.of(
          wanted.ref()
              + " is there and does not belong to stack "
              + target.name()
              + "; remove it first");
    }
    Set<String> before = observed.spec().mapping("Mode").keys();
    Set<String> after = wanted.spec().mapping("Mode").keys();
    return wanted.ref().kind() != ResourceKind.SERVICE || before.equals(after)
        ? Optional.empty()
        : Optional.of(
            wanted.ref()
                + " cannot change its mode from "
                + String.join("", before)
                + " to "
                + String.join("", after)
                + ": Swarm does not allow it; remove it first");
  }
}
