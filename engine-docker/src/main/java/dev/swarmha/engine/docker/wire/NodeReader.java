package dev.swarmha.engine.docker.wire;

import static dev.swarmha.engine.docker.wire.Values.constant;
import static dev.swarmha.engine.docker.wire.Values.text;

import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.Amounts;
import dev.swarmha.engine.Node;
import dev.swarmha.engine.Node.Availability;
import dev.swarmha.engine.Node.Description;
import dev.swarmha.engine.Node.ManagerStatus;
import dev.swarmha.engine.Node.NodeState;
import dev.swarmha.engine.Node.Plugin;
import dev.swarmha.engine.Node.Role;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads nodes. */
public final class NodeReader {

  private NodeReader() {}

  public static Node read(Mapping object) {
    return new Node(
        Values.requiredId(object, "ID"),
        hostname(object),
        constant(text(object, "Spec", "Role"), Role.UNKNOWN),
        constant(text(object, "Spec", "Availability"), Availability.UNKNOWN),
        constant(text(object, "Status", "State"), NodeState.UNKNOWN),
        text(object, "Status", "Message"),
        text(object, "Status", "Addr"),
        object.mapping("Spec").mapping("Labels").texts(),
        description(object.mapping("Description")),
        managerStatus(object.mapping("ManagerStatus")));
  }

  /** A node that has not joined completely has told no host name yet. */
  static String hostname(Mapping object) {
    String hostname = text(object, "Description", "Hostname");
    return hostname.isEmpty() ? text(object, "ID") : hostname;
  }

  private static Description description(Mapping description) {
    Mapping engine = description.mapping("Engine");
    return new Description(
        text(engine, "EngineVersion"),
        text(description, "Platform", "OS"),
        text(description, "Platform", "Architecture"),
        Amounts.read(description.mapping("Resources")),
        engine.mapping("Labels").texts(),
        engine
            .sequence("Plugins")
            .mappings()
            .map(plugin -> new Plugin(text(plugin, "Type"), text(plugin, "Name")))
            .collect(Collectors.toSet()));
  }

  private static Optional<ManagerStatus> managerStatus(Mapping status) {
    if (status.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new ManagerStatus(
            status.get("Leader").flatMap(Document::asBoolean).orElse(false),
            text(status, "Reachability").equals("reachable"),
            text(status, "Addr")));
  }
}
