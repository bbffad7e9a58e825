package dev.swarmha.engine;

import static java.util.Objects.requireNonNull;

import dev.swarmha.document.Mapping;
import java.util.List;
import java.util.Optional;

/** One Engine's membership of a swarm. */
public interface SwarmMembership {

  /** Makes the Engine the first manager of a new swarm, and returns its node id. */
  ResourceId initialize(InitRequest request);

  /** Joins the swarm that the token belongs to, as the role that the token grants. */
  void join(JoinRequest request);

  /** Leaves the swarm; a manager only with {@code force}. */
  void leave(boolean force);

  /**
   * Strikes another node off the swarm's list although it may still be up; one that is gone already
   * counts as struck off. Its Engine is not told. Managers only, and no manager is struck off.
   */
  void strikeOff(ResourceId node);

  /**
   * The key that a manager of an autolocked swarm asks for when it restarts; empty where the swarm
   * is not locked. Managers only.
   */
  Optional<String> unlockKey();

  /** What holds for the swarm as a whole. Managers only. */
  SwarmSettings settings();

  /**
   * Replaces the spec of the swarm, if it is still what was observed. Managers only.
   *
   * @throws StaleVersionException when somebody else has changed it meanwhile
   */
  void change(SwarmSettings observed, Mapping spec);

  /** The tokens that let other Engines join. Managers only. */
  JoinTokens tokens();

  /** Replaces the token of one role and returns both; the old one grants nothing any more. */
  JoinTokens rotateToken(Node.Role role);

  /**
   * How to form a swarm. Addresses are {@code ADDRESS|INTERFACE[:PORT]} as the Engine takes them;
   * what is empty is left to the Engine.
   *
   * @param subnetSize the length of the prefix of each network's subnet in these pools
   */
  record InitRequest(
      Optional<String> advertiseAddress,
      String listenAddress,
      Optional<String> dataPathAddress,
      List<String> defaultAddressPools,
      Optional<Integer> subnetSize,
      boolean autolock) {
    /** The port and address that swarmkit listens on unless told otherwise. */
    public static final String DEFAULT_LISTEN_ADDRESS = "0.0.0.0:2377";

    public InitRequest {
      requireNonNull(advertiseAddress, "advertiseAddress");
      requireNonNull(listenAddress, "listenAddress");
      requireNonNull(dataPathAddress, "dataPathAddress");
      defaultAddressPools = List.copyOf(defaultAddressPools);
      requireNonNull(subnetSize, "subnetSize");
    }

    /** With subnets of the size that the docker CLI asks for. */
    public InitRequest(
        Optional<String> advertiseAddress,
        String listenAddress,
        Optional<String> dataPathAddress,
        List<String> defaultAddressPools,
        boolean autolock) {
      this(
          advertiseAddress,
          listenAddress,
          dataPathAddress,
          defaultAddressPools,
          Optional.empty(),
          autolock);
    }
  }

  /** How to join a swarm; the remote addresses are managers', {@code HOST:PORT}. */
  record JoinRequest(
      String token,
      List<String> remoteAddresses,
      Optional<String> advertiseAddress,
      String listenAddress,
      Optional<String> dataPathAddress,
      Optional<Node.Availability> availability) {
    public JoinRequest {
      requireNonNull(token, "token");
      remoteAddresses = List.copyOf(remoteAddresses);
      requireNonNull(advertiseAddress, "advertiseAddress");
      requireNonNull(listenAddress, "listenAddress");
      requireNonNull(dataPathAddress, "dataPathAddress");
      requireNonNull(availability, "availability");
    }

    /** With the Engine's own choice for the traffic between tasks. */
    public JoinRequest(
        String token,
        List<String> remoteAddresses,
        Optional<String> advertiseAddress,
        String listenAddress,
        Optional<Node.Availability> availability) {
      this(token, remoteAddresses, advertiseAddress, listenAddress, Optional.empty(), availability);
    }

    @Override
    public String toString() {
      return "join " + remoteAddresses;
    }
  }

  /** The two tokens; whoever holds one can join. */
  record JoinTokens(String worker, String manager) {
    public JoinTokens {
      requireNonNull(worker, "worker");
      requireNonNull(manager, "manager");
    }

    @Override
    public String toString() {
      return "(join tokens)";
    }
  }
}
