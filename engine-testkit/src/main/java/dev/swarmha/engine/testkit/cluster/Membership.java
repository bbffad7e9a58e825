package dev.swarmha.engine.testkit.cluster;

import dev.swarmha.document.Mapping;
import dev.swarmha.engine.Node.NodeState;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.TaskState;
import dev.swarmha.engine.testkit.node.Agent;
import dev.swarmha.engine.testkit.state.ClusterState;
import dev.swarmha.engine.testkit.state.Host;
import dev.swarmha.engine.testkit.state.StoredNode;
import dev.swarmha.engine.testkit.state.StoredTask;
import dev.swarmha.engine.testkit.state.Timers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which machines belong to the swarm, whether the managers hear from them, and who leads. The times
 * are those that were measured with the Engine's default heartbeat and election settings.
 */
public final class Membership {

  private static final Duration SILENCE_BEFORE_DOWN = Duration.ofSeconds(13);
  private static final Duration BACK_AFTER = Duration.ofSeconds(2);
  private static final Duration ELECTION = Duration.ofSeconds(12);
  private static final Duration ORPHANED_AFTER = Duration.ofHours(24);

  private final Timers timers;
  private final ClusterState state;
  private final Agent agent;
  private final Set<ResourceId> off = new HashSet<>();
  private final Map<ResourceId, Integer> outages = new HashMap<>();
  private Optional<ResourceId> leader = Optional.empty();
  private Instant electionEnds = Instant.MIN;
  private final Tokens tokens;

  Membership(Timers timers, ClusterState state, Agent agent, Tokens tokens) {
    this.tokens = tokens;
    this.timers = timers;
    this.state = state;
    this.agent = agent;
  }

  /** The swarm's id. */
  public String id() {
    return tokens.swarm();
  }

  public Tokens tokens() {
    return tokens;
  }

  /** Adds a machine; the first manager leads. */
  public StoredNode add(Host host, Mapping spec) {
    StoredNode node = state.addNode(host, spec);
    elect();
    return state.node(node.id()).orElseThrow();
  }

  /** A machine has left: its node stays in the list, down, until somebody removes it. */
  public void leave(ResourceId id) {
    off.add(id);
    state.report(id, NodeState.DOWN);
    if (isLeader(id)) {
      loseLeader();
    }
  }

  /** A machine is switched off; the managers notice after a while. */
  public void switchOff(ResourceId id) {
    off.add(id);
    int outage = outages.merge(id, 1, Integer::sum);
    timers.schedule(SILENCE_BEFORE_DOWN, () -> noticeSilence(id, outage));
    timers.schedule(SILENCE_BEFORE_DOWN.plus(ORPHANED_AFTER), () -> orphan(id, outage));
    if (isLeader(id)) {
      loseLeader();
    }
  }

  /** A machine is switched on again; its containers are gone. */
  public void switchOn(ResourceId id) {
    int outage = outages.getOrDefault(id, 0);
    timers.schedule(BACK_AFTER, () -> comeBack(id, outage));
  }

  public boolean isUp(ResourceId id) {
    return state.node(id).isPresent() && !off.contains(id);
  }

  /** Whether more than half of the managers are up and have agreed on one of them. */
  public boolean hasLeader() {
    return leader.isPresent() && hasQuorum();
  }

  /** Whether so many managers could be lost and the others still agree. */
  public boolean hasQuorum() {
    List<StoredNode> managers = managers();
    long up = managers.stream().filter(node -> isUp(node.id())).count();
    return up * 2 > managers.size();
  }

  private List<StoredNode> managers() {
    return state.nodes().stream().filter(StoredNode::isManager).toList();
  }

  private boolean isLeader(ResourceId id) {
    return leader.filter(id::equals).isPresent();
  }

  /** The leader is gone or steps down; electing another takes a while. */
  public void loseLeader() {
    leader = Optional.empty();
    electionEnds = timers.instant().plus(ELECTION);
    state.lead(leader);
    timers.schedule(electionEnds, this::elect);
  }

  /** Hands the lead on when the leader was demoted or removed. */
  void settle() {
    boolean stillManager = leader.flatMap(state::node).filter(StoredNode::isManager).isPresent();
    if (leader.isPresent() && !stillManager) {
      leader = Optional.empty();
      elect();
    }
  }

  private void elect() {
    boolean possible = leader.isEmpty() && hasQuorum() && !timers.instant().isBefore(electionEnds);
    if (possible) {
      leader = managers().stream().map(StoredNode::id).filter(this::isUp).findFirst();
      state.lead(leader);
      state.wakeAt(timers.instant());
    }
  }

  private void noticeSilence(ResourceId id, int outage) {
    if (isSameOutage(id, outage)) {
      state.report(id, NodeState.DOWN);
    }
  }

  private void orphan(ResourceId id, int outage) {
    if (isSameOutage(id, outage)) {
      state.tasksOn(id).stream()
          .filter(task -> !task.hasEnded())
          .forEach(task -> task.enter(TaskState.ORPHANED, task.status().message()));
    }
  }

  private boolean isSameOutage(ResourceId id, int outage) {
    return off.contains(id) && state.node(id).isPresent() && outages.getOrDefault(id, 0) == outage;
  }

  private void comeBack(ResourceId id, int outage) {
    if (!isSameOutage(id, outage)) {
      return;
    }
    off.remove(id);
    List<StoredTask> lost = state.tasksOn(id);
    state.report(id, NodeState.READY);
    lost.forEach(agent::restarted);
    elect();
  }
}
