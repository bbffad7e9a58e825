package dev.swarmha.lab.parity;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The objects of one kind that a recording Engine keeps, by name, as they were sent. Ids come from
 * names and versions from the number of updates, so that two Engines that are told the same say the
 * same.
 */
final class StoredObjects {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String EPOCH = "2026-01-01T00:00:00Z";
  private static final int FIRST_VERSION = 10;

  /** The member of secrets and configs that never changes. */
  private static final String CONTENT = "Data";

  private final String kind;
  private final Map<String, Stored> objects = new TreeMap<>();

  private record Stored(ObjectNode spec, int version) {}

  StoredObjects(String kind) {
    this.kind = kind;
  }

  /** Keeps a new object; empty when one of its name is there. */
  synchronized Optional<String> create(ObjectNode spec) {
    String name = spec.path("Name").asText();
    Stored stored = new Stored(spec.deepCopy(), FIRST_VERSION);
    return objects.putIfAbsent(name, stored) == null ? Optional.of(id(name)) : Optional.empty();
  }

  /** Replaces an object; empty if that went well, and else the reason why not. */
  synchronized Optional<String> update(String name, int version, ObjectNode spec) {
    Stored before = stored(name);
    if (version != before.version()) {
      return Optional.of("rpc error: code = Unknown desc = update out of sequence");
    }
    ObjectNode kept = spec.deepCopy();
    JsonNode content = before.spec().path(CONTENT);
    if (!content.isMissingNode()) {
      if (kept.has(CONTENT) && !kept.get(CONTENT).equals(content)) {
        return Optional.of("only updates to Labels are allowed");
      }
      kept.set(CONTENT, content);
    }
    objects.put(name, new Stored(kept, version + 1));
    return Optional.empty();
  }

  synchronized void remove(String name) {
    objects.remove(name);
  }

  /** The name of the object that somebody calls by its name or its id. */
  synchronized Optional<String> find(String nameOrId) {
    return objects.keySet().stream()
        .filter(name -> name.equals(nameOrId) || id(name).equals(nameOrId))
        .findFirst();
  }

  synchronized ObjectNode inspect(String name) {
    Stored stored = stored(name);
    ObjectNode spec = stored.spec().deepCopy();
    if (kind.equals("networks")) {
      return spec.put("Id", id(name)).put("Created", EPOCH).put("Scope", "swarm");
    }
    if (kind.equals("secrets")) {
      spec.remove(CONTENT);
    }
    ObjectNode object = JSON.createObjectNode().put("ID", id(name));
    object.putObject("Version").put("Index", stored.version());
    return object.put("CreatedAt", EPOCH).put("UpdatedAt", EPOCH).set("Spec", spec);
  }

  private Stored stored(String name) {
    return requireNonNull(objects.get(name), name);
  }

  /** The objects that have all of some labels, and one of some beginnings of names if any. */
  synchronized ArrayNode list(List<String> labels, List<String> names) {
    ArrayNode found = JSON.createArrayNode();
    objects.forEach(
        (name, stored) -> {
          boolean named = names.isEmpty() || names.stream().anyMatch(name::startsWith);
          if (named && labels.stream().allMatch(label -> hasLabel(stored.spec(), label))) {
            found.add(inspect(name));
          }
        });
    return found;
  }

  private static boolean hasLabel(JsonNode spec, String label) {
    String[] parts = label.split("=", 2);
    JsonNode value = spec.path("Labels").path(parts[0]);
    return value.isTextual() && (parts.length == 1 || value.asText().equals(parts[1]));
  }

  /** Whether it is what swarmha keeps for itself, by name or id. */
  synchronized boolean isOwn(String nameOrId) {
    return find(nameOrId).filter(name -> WriteRequest.isOwn(stored(name).spec())).isPresent();
  }

  /** The specs by name, but for what swarmha keeps for itself. */
  synchronized Map<String, JsonNode> specs() {
    Map<String, JsonNode> copies = new TreeMap<>();
    objects.forEach(
        (name, stored) -> {
          if (!WriteRequest.isOwn(stored.spec())) {
            copies.put(name, stored.spec().deepCopy());
          }
        });
    return copies;
  }

  private String id(String name) {
    byte[] bytes = (kind + "/" + name).getBytes(StandardCharsets.UTF_8);
    return UUID.nameUUIDFromBytes(bytes).toString().replace("-", "").substring(0, 25);
  }
}
