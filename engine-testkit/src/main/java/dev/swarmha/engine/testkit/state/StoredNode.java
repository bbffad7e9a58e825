package dev.swarmha.engine.testkit.state;

import static java.util.Objects.requireNonNull;

import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.Node;
import dev.swarmha.engine.Node.Availability;
import dev.swarmha.engine.Node.NodeState;
import dev.swarmha.engine.Node.Role;
import dev.swarmha.engine.ResourceId;
import java.util.Locale;
import java.util.Optional;

/**
 * A node as the managers see it now: its spec, which users write, and its state, which its Engine
 * reports. A value: a change in the store makes a new one.
 */
public record StoredNode(StoredObject object, Host host, NodeState state, boolean leader) {

  private static final String NODE_LABEL = "node.labels.";
  private static final String ENGINE_LABEL = "engine.labels.";

  public StoredNode {
    requireNonNull(object, "object");
    requireNonNull(host, "host");
    requireNonNull(state, "state");
  }

  /** The spec of a node that has just joined. */
  public static Mapping newSpec(Role role, Availability availability) {
    return Mapping.builder()
        .put("Labels", Mapping.empty())
        .put("Role", word(role))
        .put("Availability", word(availability))
        .build();
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  public ResourceId id() {
    return object.id();
  }

  public String hostname() {
    return host.name();
  }

  public Role role() {
    return "manager".equals(specText("Role")) ? Role.MANAGER : Role.WORKER;
  }

  public boolean isManager() {
    return role() == Role.MANAGER;
  }

  public Availability availability() {
    return switch (specText("Availability")) {
      case "drain" -> Availability.DRAIN;
      case "pause" -> Availability.PAUSE;
      default -> Availability.ACTIVE;
    };
  }

  private String specText(String key) {
    return object.spec().get(key).flatMap(Document::asText).orElse("");
  }

  /** Whether tasks may stay here. */
  public boolean mayKeepTasks() {
    return state != NodeState.DOWN && availability() != Availability.DRAIN;
  }

  /** Whether new tasks may come here. */
  public boolean mayTakeTasks() {
    return state == NodeState.READY && availability() == Availability.ACTIVE;
  }

  /** The value that a placement constraint or preference sees; empty where there is none. */
  public String property(String key) {
    if (key.startsWith(NODE_LABEL)) {
      return object.spec().mapping("Labels").text(key.substring(NODE_LABEL.length())).orElse("");
    }
    if (key.startsWith(ENGINE_LABEL)) {
      return host.description()
          .engineLabels()
          .getOrDefault(key.substring(ENGINE_LABEL.length()), "");
    }
    return switch (key) {
      case "node.id" -> id().value();
      case "node.hostname" -> hostname();
      case "node.ip" -> host.address();
      case "node.role" -> word(role());
      case "node.platform.os" -> host.description().os();
      case "node.platform.arch" -> host.description().architecture();
      default -> "";
    };
  }

  /** What the API shows. */
  public Node toNode() {
    Optional<Node.ManagerStatus> manager =
        isManager()
            ? Optional.of(
                new Node.ManagerStatus(leader, state == NodeState.READY, host.address() + ":2377"))
            : Optional.empty();
    return new Node(
        id(),
        hostname(),
        role(),
        availability(),
        state,
        state == NodeState.DOWN ? "heartbeat failure" : "",
        host.address(),
        object.spec().mapping("Labels").texts(),
        host.description(),
        manager);
  }
}
