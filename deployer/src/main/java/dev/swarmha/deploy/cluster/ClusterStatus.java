package dev.swarmha.deploy.cluster;

import static java.util.Objects.requireNonNull;

import dev.swarmha.engine.Node;
import dev.swarmha.engine.Node.ManagerStatus;
import dev.swarmha.engine.Node.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How a swarm stands.
 *
 * @param swarm its id; empty where nobody can tell
 * @param trouble why no more can be told; empty where everything is
 * @param knownManagers the addresses of the managers that the Engine which was asked knows
 * @param autolock whether managers that restart ask for a key
 */
public record ClusterStatus(
    Optional<String> swarm,
    Optional<String> trouble,
    List<String> knownManagers,
    boolean autolock,
    List<Member> members,
    Certificates certificates) {

  public ClusterStatus {
    requireNonNull(swarm, "swarm");
    requireNonNull(trouble, "trouble");
    knownManagers = List.copyOf(knownManagers);
    members = List.copyOf(members);
    requireNonNull(certificates, "certificates");
  }

  /**
   * One node.
   *
   * @param changedAt when the managers last wrote down anything about it; one that is down has been
   *     so since then or longer
   * @param tasks how many tasks run there
   */
  public record Member(Node node, Instant changedAt, int tasks) {
    public Member {
      requireNonNull(node, "node");
      requireNonNull(changedAt, "changedAt");
    }
  }

  /**
   * What the managers tell of certificates. They do not tell when that of a node expires; each node
   * renews its own in time.
   *
   * @param rootExpires when the swarm's own authority does
   * @param nodeValidity how long a new certificate of a node is valid
   */
  public record Certificates(Optional<Instant> rootExpires, Optional<Duration> nodeValidity) {
    /** Nothing is known. */
    public static final Certificates UNKNOWN = new Certificates(Optional.empty(), Optional.empty());

    public Certificates {
      requireNonNull(rootExpires, "rootExpires");
      requireNonNull(nodeValidity, "nodeValidity");
    }
  }

  public int managers() {
    return (int) members.stream().filter(each -> each.node().role() == Role.MANAGER).count();
  }

  /** How many managers reach each other. */
  public int reachable() {
    return (int)
        members.stream()
            .flatMap(each -> each.node().managerStatus().stream())
            .filter(ManagerStatus::reachable)
            .count();
  }

  /** How many managers it takes to decide anything: more than half. */
  public int needed() {
    return managers() / 2 + 1;
  }

  /** How many of the managers that are there may still fail. */
  public int mayBeLost() {
    return Math.max(0, reachable() - needed());
  }

  public Optional<Node> leader() {
    return members.stream().map(Member::node).filter(Node::isLeader).findFirst();
  }

  /** The names of the nodes by the version of their Engine. */
  public Map<String, List<String>> engineVersions() {
    Map<String, List<String>> versions = new TreeMap<>();
    for (Member each : members) {
      versions
          .computeIfAbsent(each.node().description().engineVersion(), any -> new ArrayList<>())
          .add(each.node().hostname());
    }
    return versions;
  }
}
