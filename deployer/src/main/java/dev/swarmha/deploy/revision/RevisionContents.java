package dev.swarmha.deploy.revision;

import dev.swarmha.deploy.plan.DesiredResource;
import dev.swarmha.deploy.plan.DesiredStack;
import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.ResourceRef;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The labels in which a revision notes the names of its secrets and configs, separated by commas,
 * which no such name has in it.
 */
final class RevisionContents {

  private static final Map<ResourceKind, String> LABELS =
      new TreeMap<>(
          Map.of(
              ResourceKind.SECRET, "dev.swarmha.secrets",
              ResourceKind.CONFIG, "dev.swarmha.configs"));

  private RevisionContents() {}

  static Mapping labels(DesiredStack desired) {
    Mapping.Builder labels = Mapping.builder();
    LABELS.forEach(
        (kind, label) -> {
          List<DesiredResource> owned = desired.all(kind);
          if (!owned.isEmpty()) {
            String names =
                owned.stream().map(each -> each.ref().name()).collect(Collectors.joining(","));
            labels.put(label, Document.text(names));
          }
        });
    return labels.build();
  }

  static Set<ResourceRef> read(Map<String, String> labels) {
    Set<ResourceRef> contents = new TreeSet<>();
    LABELS.forEach(
        (kind, label) -> {
          for (String name : labels.getOrDefault(label, "").split(",", -1)) {
            if (!name.isEmpty()) {
              contents.add(new ResourceRef(kind, name));
            }
          }
        });
    return contents;
  }
}
