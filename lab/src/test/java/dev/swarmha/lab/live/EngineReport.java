package dev.swarmha.lab.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an Engine stores for stacks, by kind and name, in a form that two swarms can have in common:
 * ids are replaced by names, and left out is what the Engine makes up for itself: versions, times,
 * allocated addresses. The order of lists is kept. Revisions that swarmha has stored are no part,
 * nor are networks that the stack does not own: they stay as they are.
 */
record EngineReport(Map<String, JsonNode> objects) {

  /** Files of the tests give their own networks other addresses than these. */
  private static final String ALLOCATED = "10.";

  /** The networks of the swarm, those of the node left out. */
  private static final String NETWORKS = "/networks?filters=%7B%22scope%22%3A%5B%22swarm%22%5D%7D";

  private static final String STACK_LABEL = "com.docker.stack.namespace";
  private static final String REVISION_LABEL = "dev.swarmha.";

  EngineReport {
    objects = new TreeMap<>(objects);
  }

  static EngineReport of(EngineApi engine, String stack) {
    JsonNode networks = engine.get(NETWORKS);
    JsonNode secrets = engine.get("/secrets");
    JsonNode configs = engine.get("/configs");
    Map<String, String> names = new HashMap<>();
    for (JsonNode each : networks) {
      names.put(id(each, "Id"), "id of network " + name(each));
    }
    // What stands in the swarm for the networks of each node is in no list.
    for (String name : List.of("bridge", "host")) {
      names.put(id(engine.get("/networks/" + name + "?scope=swarm"), "Id"), "id of " + name);
    }
    secrets.forEach(each -> names.put(id(each, "ID"), "id of secret " + name(spec(each))));
    configs.forEach(each -> names.put(id(each, "ID"), "id of config " + name(spec(each))));

    Map<String, JsonNode> objects = new TreeMap<>();
    engine
        .get("/services")
        .forEach(each -> objects.put("service " + name(spec(each)), named(spec(each), names)));
    for (JsonNode network : networks) {
      if (network.path("Labels").path(STACK_LABEL).asText().equals(stack)) {
        objects.put("network " + name(network), network((ObjectNode) network));
      }
    }
    secrets.forEach(each -> objects.put("secret " + name(spec(each)), spec(each)));
    configs.forEach(each -> objects.put("config " + name(spec(each)), spec(each)));
    objects.values().removeIf(EngineReport::isRevision);
    return new EngineReport(objects);
  }

  /** Where another swarm has something else, one line for each field. */
  List<String> differences(EngineReport other) {
    List<String> differences = new ArrayList<>();
    Map<String, JsonNode> all = new TreeMap<>(objects);
    all.putAll(other.objects);
    all.keySet()
        .forEach(name -> JsonDifference.collect(name, at(name), other.at(name), differences));
    return differences;
  }

  private JsonNode at(String name) {
    JsonNode object = objects.get(name);
    return object != null ? object : JsonDifference.ABSENT;
  }

  private static String id(JsonNode object, String key) {
    return object.path(key).asText();
  }

  private static JsonNode spec(JsonNode object) {
    return object.path("Spec");
  }

  private static String name(JsonNode spec) {
    return spec.path("Name").asText();
  }

  private static boolean isRevision(JsonNode spec) {
    List<String> labels = new ArrayList<>();
    spec.path("Labels").fieldNames().forEachRemaining(labels::add);
    return labels.stream().anyMatch(label -> label.startsWith(REVISION_LABEL));
  }

  private static JsonNode network(ObjectNode network) {
    network.remove(List.of("Id", "Created", "Containers", "Peers", "Services", "ConfigFrom"));
    if (network.path("Options") instanceof ObjectNode options) {
      options.remove("com.docker.network.driver.overlay.vxlanid_list");
    }
    for (JsonNode pool : network.path("IPAM").path("Config")) {
      if (pool.path("Subnet").asText().startsWith(ALLOCATED)) {
        ((ObjectNode) pool).removeAll();
      }
    }
    return network;
  }

  private static JsonNode named(JsonNode node, Map<String, String> names) {
    if (node instanceof ObjectNode object) {
      object.properties().forEach(each -> each.setValue(named(each.getValue(), names)));
    } else if (node instanceof ArrayNode array) {
      for (int index = 0; index < array.size(); index++) {
        array.set(index, named(array.get(index), names));
      }
    } else if (node.isTextual() && names.containsKey(node.asText())) {
      return TextNode.valueOf(names.get(node.asText()));
    }
    return node;
  }
}
