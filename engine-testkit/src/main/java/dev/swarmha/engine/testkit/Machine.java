package dev.swarmha.engine.testkit;

import dev.swarmha.engine.EngineInfo.Membership;
import dev.swarmha.engine.NotAManagerException;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.testkit.cluster.Cluster;
import dev.swarmha.engine.testkit.state.Host;
import dev.swarmha.engine.testkit.state.StoredNode;
import java.time.Duration;
import java.util.Optional;

/** One machine with an Engine: what it is, whether it is on, and which swarm it belongs to. */
final class Machine {

  private record Place(Cluster cluster, ResourceId node) {}

  private final Host host;
  private final Faults faults = new Faults();
  private Optional<Place> place = Optional.empty();
  private Duration clockAhead = Duration.ZERO;
  private boolean on = true;
  private boolean joining;

  Machine(Host host) {
    this.host = host;
  }

  Host host() {
    return host;
  }

  String name() {
    return host.name();
  }

  String managerAddress() {
    return host.address() + ":2377";
  }

  Faults faults() {
    return faults;
  }

  /** How far its clock is ahead of that of the leader. */
  Duration clockAhead() {
    return clockAhead;
  }

  void setClockAhead(Duration time) {
    clockAhead = time;
  }

  Optional<Cluster> cluster() {
    return place.map(Place::cluster);
  }

  Optional<ResourceId> node() {
    return place.map(Place::node);
  }

  void enter(Cluster cluster, ResourceId node) {
    place = Optional.of(new Place(cluster, node));
    joining = false;
  }

  /** Keeps trying to join a swarm that does not answer. */
  void keepJoining() {
    joining = true;
  }

  void leave() {
    place.ifPresent(left -> left.cluster().membership().leave(left.node()));
    place = Optional.empty();
    joining = false;
  }

  boolean isInSwarm() {
    return place.isPresent() || joining;
  }

  /** Whether its Engine answers: the machine is on and has finished starting. */
  boolean answers() {
    return on
        && place
            .map(here -> here.cluster().membership().isUp(here.node()) || isGone(here))
            .orElse(true);
  }

  private static boolean isGone(Place place) {
    return place.cluster().state().node(place.node()).isEmpty();
  }

  void switchOff() {
    on = false;
    place.ifPresent(here -> here.cluster().membership().switchOff(here.node()));
  }

  void switchOn() {
    on = true;
    place.ifPresent(here -> here.cluster().membership().switchOn(here.node()));
  }

  Membership membership() {
    if (place.isEmpty()) {
      return joining ? Membership.PENDING : Membership.INACTIVE;
    }
    return isManager() ? Membership.MANAGER : Membership.WORKER;
  }

  boolean isManager() {
    return place
        .flatMap(here -> here.cluster().state().node(here.node()))
        .filter(StoredNode::isManager)
        .isPresent();
  }

  /**
   * The swarm that this machine manages.
   *
   * @throws NotAManagerException in the Engine's words when it manages none
   */
  Cluster managed(String purpose) {
    if (isManager()) {
      return place.orElseThrow().cluster();
    }
    String advice =
        isInSwarm()
            ? "Worker nodes can't be used to view or modify cluster state. Please run this command"
                + " on a manager node or promote the current node to a manager."
            : "Use \"docker swarm init\" or \"docker swarm join\" to connect this node to swarm"
                + " and try again.";
    throw new NotAManagerException(
        "cannot " + purpose + ": This node is not a swarm manager. " + advice);
  }
}
