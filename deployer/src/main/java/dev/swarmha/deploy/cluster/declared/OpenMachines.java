package dev.swarmha.deploy.cluster.declared;

import dev.swarmha.engine.EngineConnection;
import dev.swarmha.engine.failover.FailoverConnection;
import dev.swarmha.engine.failover.Manager;
import dev.swarmha.engine.time.Timeline;
import dev.swarmha.stack.cluster.ClusterMachine;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Connections to the Engines of a cluster's machines, each to one Engine alone. */
public final class OpenMachines implements AutoCloseable {

  private final Map<ClusterMachine, EngineConnection> connections;

  /** These connections; nothing has been sent over any of them yet. */
  public OpenMachines(Map<ClusterMachine, EngineConnection> connections) {
    this.connections = Collections.unmodifiableMap(new LinkedHashMap<>(connections));
  }

  List<ClusterMachine> machines() {
    return List.copyOf(connections.keySet());
  }

  EngineConnection to(ClusterMachine machine) {
    EngineConnection known = connections.get(machine);
    if (known == null) {
      throw new IllegalArgumentException("no connection to " + machine);
    }
    return known;
  }

  /** The swarm that these machines manage, through whichever of them answers. */
  public EngineConnection swarm(List<ClusterMachine> managers, Timeline timeline) {
    return FailoverConnection.over(
        managers.stream().map(each -> new Manager(each.toString(), to(each))).toList(), timeline);
  }

  @Override
  public void close() {
    connections.values().forEach(EngineConnection::close);
  }
}
