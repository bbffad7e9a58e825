package dev.swarmha.deploy.diff;

import dev.swarmha.deploy.words.SpecWords;
import dev.swarmha.deploy.words.Worded;
import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Sequence;
import dev.swarmha.engine.ResourceKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The fields of one object as people know them: each value by its path in the words of a stack
 * file. What stands in a list by a name of its own (a port, a mount) is found by that name, so that
 * one more in front does not make the others look changed.
 */
record Fields(Map<DocumentPath, Document> values) {

  /** What names an item of a list, by the list's path; the first key that the item has. */
  private static final Map<DocumentPath, List<String>> NAMES =
      Map.of(
          DocumentPath.of("ports"), List.of("target", "protocol"),
          DocumentPath.of("volumes"), List.of("target"),
          DocumentPath.of("networks"), List.of("name"),
          DocumentPath.of("secrets"), List.of("target"),
          DocumentPath.of("configs"), List.of("target"),
          DocumentPath.of("ulimits"), List.of("name"));

  private static final DocumentPath REPLICAS = DocumentPath.of("deploy", "replicas");

  private static final DocumentPath IMAGE_LABEL =
      DocumentPath.of("deploy", "labels", "com.docker.stack.image");

  Fields {
    values = new LinkedHashMap<>(values);
  }

  static Fields none() {
    return new Fields(Map.of());
  }

  /** The fields of a spec that has been brought to its smallest form. */
  static Fields of(ResourceKind kind, Mapping spec) {
    Map<DocumentPath, Document> values = new LinkedHashMap<>();
    if (kind == ResourceKind.SERVICE || kind == ResourceKind.NETWORK) {
      Worded worded =
          kind == ResourceKind.SERVICE ? SpecWords.service(spec) : SpecWords.network(spec);
      collect(DocumentPath.root(), worded.said().without("name"), values);
      collect(DocumentPath.root(), worded.unsaid(), values);
      if (spec.mapping("Mode").has("Replicated")) {
        // The Engine's default, but nobody reads "2 -> nothing" as one replica.
        values.putIfAbsent(REPLICAS, Document.number(1));
      }
    } else {
      // The Data of a config is its content and no field; a secret's spec has none.
      collect(DocumentPath.of("labels"), spec.mapping("Labels"), values);
    }
    return new Fields(values);
  }

  private static void collect(
      DocumentPath path, Document value, Map<DocumentPath, Document> values) {
    if (value instanceof Mapping mapping) {
      mapping.entries().forEach((key, child) -> collect(path.child(key), child, values));
    } else if (value instanceof Sequence sequence) {
      byName(path, sequence)
          .ifPresentOrElse(
              items -> items.forEach((name, item) -> collect(path.child(name), item, values)),
              () -> values.put(path, sequence));
    } else {
      values.put(path, value);
    }
  }

  private static Optional<Map<String, Document>> byName(DocumentPath path, Sequence list) {
    List<String> keys = NAMES.getOrDefault(path, List.of());
    Map<String, Document> named = new LinkedHashMap<>();
    for (Document item : list.items()) {
      String name = name(item, keys);
      if (name.isEmpty() || named.put(name, item) != null) {
        return Optional.empty();
      }
    }
    return Optional.of(named);
  }

  private static String name(Document item, List<String> keys) {
    List<String> parts = new ArrayList<>();
    keys.forEach(key -> item.at(key).ifPresent(value -> parts.add(value.toString())));
    return String.join("/", parts);
  }

  Optional<Document> at(DocumentPath path) {
    return Optional.ofNullable(values.get(path));
  }

  /** The paths at which this and another object differ, the image first, then by their text. */
  List<DocumentPath> differing(Fields other) {
    Set<DocumentPath> paths = new HashSet<>(values.keySet());
    paths.addAll(other.values.keySet());
    paths.removeIf(path -> at(path).equals(other.at(path)));
    DocumentPath image = DocumentPath.of("image");
    if (paths.contains(image)) {
      // It says the same once more.
      paths.remove(IMAGE_LABEL);
    }
    return paths.stream()
        .sorted(
            Comparator.comparing((DocumentPath path) -> !path.equals(image))
                .thenComparing(DocumentPath::toString))
        .toList();
  }
}
