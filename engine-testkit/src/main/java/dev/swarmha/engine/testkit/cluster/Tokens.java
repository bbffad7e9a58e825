package dev.swarmha.engine.testkit.cluster;

import dev.swarmha.engine.Node.Role;
import dev.swarmha.engine.SwarmMembership.JoinTokens;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A swarm's join tokens, one for each role, each replaced when it is rotated; and the key of a
 * locked one.
 */
public final class Tokens {

  private final String swarm;
  private final Map<Role, Integer> rotations = new HashMap<>();
  private boolean locked;

  Tokens(String swarm) {
    this.swarm = swarm;
  }

  String swarm() {
    return swarm;
  }

  public JoinTokens current() {
    return new JoinTokens(token(Role.WORKER), token(Role.MANAGER));
  }

  public void rotate(Role role) {
    rotations.merge(role, 1, Integer::sum);
  }

  /** Whether from now on managers that restart ask for a key. */
  void lock(boolean wanted) {
    locked = wanted;
  }

  /** The key that they ask for. */
  public Optional<String> unlockKey() {
    return locked ? Optional.of("SWMKEY-1-" + swarm) : Optional.empty();
  }

  /** The role that a token grants in this swarm; empty when it grants none. */
  public Optional<Role> roleFor(String token) {
    if (token.equals(token(Role.MANAGER))) {
      return Optional.of(Role.MANAGER);
    }
    return token.equals(token(Role.WORKER)) ? Optional.of(Role.WORKER) : Optional.empty();
  }

  private String token(Role role) {
    String word = role.name().toLowerCase(Locale.ROOT);
    return "SWMTKN-1-" + swarm + "-" + word + rotations.getOrDefault(role, 0);
  }
}
