package dev.swarmha.cli.shell;

import static java.util.Objects.requireNonNull;

import dev.swarmha.engine.EngineConnection;
import dev.swarmha.engine.EngineException;
import dev.swarmha.engine.EngineInfo;
import dev.swarmha.engine.EngineInfo.Membership;
import dev.swarmha.engine.NoLeaderException;
import dev.swarmha.engine.Node;
import dev.swarmha.engine.Node.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How the swarm stands, in the few words that a prompt has room for.
 *
 * @param place what the Engine is in its swarm, such as {@code leader}
 * @param troubles what is wrong, the worst first
 */
public record SwarmState(String place, List<String> troubles) {

  /** Before anybody has answered. */
  public static final SwarmState UNKNOWN = new SwarmState("", List.of("no answer yet"));

  public SwarmState {
    requireNonNull(place, "place");
    troubles = List.copyOf(troubles);
  }

  /** Asks an Engine; what goes wrong is the answer. */
  public static SwarmState of(EngineConnection connection) {
    EngineInfo info = connection.impatientSwarm().info();
    if (!info.isManager()) {
      return new SwarmState(placeOutside(info.membership()), List.of());
    }
    try {
      return of(info, connection.impatientSwarm().nodes());
    } catch (NoLeaderException leaderless) {
      return new SwarmState("manager", List.of("no leader"));
    }
  }

  /** When not even a connection can be had. */
  public static SwarmState of(EngineException trouble) {
    return new SwarmState(
        "", List.of(trouble instanceof NoLeaderException ? "no leader" : "no answer"));
  }

  private static String placeOutside(Membership membership) {
    return switch (membership) {
      case WORKER -> "worker";
      case PENDING -> "joining a swarm";
      case LOCKED -> "locked";
      case INACTIVE, ERROR, UNKNOWN, MANAGER -> "in no swarm";
    };
  }

  static SwarmState of(EngineInfo info, List<Node> nodes) {
    boolean leads =
        nodes.stream()
            .anyMatch(node -> Optional.of(node.id()).equals(info.node()) && node.isLeader());
    List<String> troubles = new ArrayList<>();
    count(nodes, Role.MANAGER).ifPresent(troubles::add);
    count(nodes, Role.WORKER).ifPresent(troubles::add);
    return new SwarmState(leads ? "leader" : "manager", troubles);
  }

  private static Optional<String> count(List<Node> nodes, Role role) {
    List<Node> those = nodes.stream().filter(node -> node.role() == role).toList();
    long down = those.stream().filter(SwarmState::isDown).count();
    return down == 0
        ? Optional.empty()
        : Optional.of(
            down
                + " of "
                + those.size()
                + (role == Role.MANAGER ? " managers" : " workers")
                + " down");
  }

  private static boolean isDown(Node node) {
    return !node.isReady()
        || node.managerStatus().filter(manager -> !manager.reachable()).isPresent();
  }

  /** All of it, as it stands between the parentheses. */
  public String text() {
    List<String> words = new ArrayList<>(troubles);
    if (!place.isEmpty()) {
      words.add(0, place);
    }
    return String.join(", ", words);
  }
}
