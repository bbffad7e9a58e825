package dev.swarmha.deploy.saved;

import static java.util.Objects.requireNonNull;

import dev.swarmha.deploy.plan.DesiredStack;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceRef;
import dev.swarmha.engine.Selector;
import dev.swarmha.engine.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** An object that a plan was made from: which one it was, and in which version. */
record SavedObject(ResourceRef ref, String id, long version) {

  SavedObject {
    requireNonNull(ref, "ref");
    requireNonNull(id, "id");
  }

  /** What the stack has, and what it uses of others. */
  static List<SavedObject> of(DesiredStack desired, Snapshot snapshot) {
    Selector own = Selector.stack(desired.name());
    return snapshot.resources().values().stream()
        .flatMap(List::stream)
        .filter(each -> own.matches(each) || isNamed(desired, ResourceRef.of(each)))
        .map(SavedObject::of)
        .sorted((one, other) -> one.ref().compareTo(other.ref()))
        .toList();
  }

  private static boolean isNamed(DesiredStack desired, ResourceRef ref) {
    return desired.externals().contains(ref) || desired.find(ref).isPresent();
  }

  private static SavedObject of(Resource resource) {
    return new SavedObject(
        ResourceRef.of(resource), resource.id().value(), resource.version().index());
  }

  /** How what is there differs from what was there, one sentence an object. */
  static List<String> moved(List<SavedObject> before, List<SavedObject> now) {
    Map<ResourceRef, SavedObject> left = new TreeMap<>();
    now.forEach(each -> left.put(each.ref(), each));
    List<String> moved = new ArrayList<>();
    for (SavedObject each : before) {
      Optional<SavedObject> found = Optional.ofNullable(left.remove(each.ref()));
      each.change(found).ifPresent(moved::add);
    }
    left.keySet().forEach(made -> moved.add(made + " was made"));
    return moved;
  }

  private Optional<String> change(Optional<SavedObject> now) {
    if (now.isEmpty()) {
      return Optional.of(ref + " was removed");
    }
    if (!now.get().id.equals(id)) {
      return Optional.of(ref + " was removed and made again");
    }
    return now.get().version == version
        ? Optional.empty()
        : Optional.of(
            ref + " was changed: version " + version + " then, " + now.get().version + " now");
  }
}
