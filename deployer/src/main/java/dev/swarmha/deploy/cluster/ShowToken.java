package dev.swarmha.deploy.cluster;

import static java.util.Objects.requireNonNull;

import dev.swarmha.engine.EngineConnection;
import dev.swarmha.engine.Node.Role;
import dev.swarmha.engine.SwarmMembership.JoinTokens;

/** Gives the token that lets an Engine join in a role, after replacing it if that is asked for. */
public final class ShowToken {

  private static final int RAFT_PORT = 2377;

  private final EngineConnection engine;

  public ShowToken(EngineConnection engine) {
    this.engine = engine;
  }

  public JoinToken run(Role role, boolean rotate) {
    JoinTokens tokens =
        rotate ? engine.membership().rotateToken(role) : engine.membership().tokens();
    String token = role == Role.MANAGER ? tokens.manager() : tokens.worker();
    String address =
        engine.swarm().nodes().stream()
            .filter(node -> node.isLeader())
            .flatMap(node -> node.managerStatus().stream())
            .map(status -> status.address())
            .findFirst()
            .orElseGet(() -> engine.swarm().info().nodeAddress() + ":" + RAFT_PORT);
    return new JoinToken(role, token, address);
  }

  /** A token, and the manager's address to use it at, {@code HOST:PORT}. */
  public record JoinToken(Role role, String token, String address) {
    public JoinToken {
      requireNonNull(role, "role");
      requireNonNull(token, "token");
      requireNonNull(address, "address");
    }

    /** The command that uses it, to be run against the Engine that joins. */
    public String command() {
      return "swarmha join --token " + token + " " + address;
    }

    @Override
    public String toString() {
      return "(join token)";
    }
  }
}
