package dev.swarmha.cli.command;

import dev.swarmha.deploy.node.InspectNode.Inspected;
import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.Amounts;
import dev.swarmha.engine.Node;
import dev.swarmha.engine.Node.Description;
import dev.swarmha.engine.Node.ManagerStatus;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A node as a document: what users have set, and what its Engine says of itself. */
final class NodeDocument {

  private NodeDocument() {}

  static Mapping of(Inspected inspected) {
    Node node = inspected.node();
    return Mapping.builder()
        .put("id", node.id().value())
        .put("hostname", node.hostname())
        .put("status", word(node.state()))
        .put("availability", word(node.availability()))
        .put("role", word(node.role()))
        .put(
            "managerStatus",
            node.managerStatus().<Document>map(NodeDocument::manager).orElse(Document.nothing()))
        .put("address", node.address())
        .put("labels", Mapping.ofTexts(node.labels()))
        .put("engine", engine(node.description()))
        .put("platform", platform(node.description()))
        .put("resources", resources(node.description().capacity()))
        .put("tasks", Document.texts(inspected.tasks()))
        .build();
  }

  private static Mapping manager(ManagerStatus status) {
    return Mapping.builder()
        .put("leader", status.leader())
        .put("reachable", status.reachable())
        .put("address", status.address())
        .build();
  }

  private static Mapping engine(Description description) {
    Map<String, List<String>> plugins =
        description.plugins().stream()
            .sorted((a, b) -> a.name().compareTo(b.name()))
            .collect(
                Collectors.groupingBy(
                    plugin -> plugin.type().toLowerCase(Locale.ROOT),
                    TreeMap::new,
                    Collectors.mapping(Node.Plugin::name, Collectors.toList())));
    Mapping.Builder drivers = Mapping.builder();
    plugins.forEach((type, names) -> drivers.put(type, Document.texts(names)));
    return Mapping.builder()
        .put("version", description.engineVersion())
        .put("labels", Mapping.ofTexts(description.engineLabels()))
        .put("plugins", drivers.build())
        .build();
  }

  private static Mapping platform(Description description) {
    return Mapping.builder()
        .put("os", description.os())
        .put("architecture", description.architecture())
        .build();
  }

  private static Mapping resources(Amounts capacity) {
    Mapping.Builder generic = Mapping.builder();
    new TreeMap<>(capacity.generic()).forEach(generic::put);
    return Mapping.builder()
        .put("nanoCpus", capacity.nanoCpus())
        .put("memoryBytes", capacity.memoryBytes())
        .put("generic", generic.build())
        .build();
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
