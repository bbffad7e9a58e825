package dev.swarmha.engine.testkit;

import dev.swarmha.engine.testkit.cluster.Cluster;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything outside the program under test: machines, images, addresses and time. */
final class World {

  private final VirtualTimeline timeline = new VirtualTimeline();
  private final Calls calls = new Calls();
  private final Faults faults = new Faults();
  private final ImageLibrary images = new ImageLibrary();
  private final Map<String, Machine> machines = new LinkedHashMap<>();
  private int swarms;

  VirtualTimeline timeline() {
    return timeline;
  }

  Calls calls() {
    return calls;
  }

  Faults faults() {
    return faults;
  }

  ImageLibrary images() {
    return images;
  }

  void add(Machine machine) {
    machines.put(machine.name(), machine);
  }

  List<Machine> machines() {
    return List.copyOf(machines.values());
  }

  Machine machine(String name) {
    Machine machine = machines.get(name);
    if (machine == null) {
      throw new IllegalArgumentException("no Engine " + name + " among " + machines.keySet());
    }
    return machine;
  }

  Cluster newCluster() {
    swarms++;
    return new Cluster(swarms, timeline, images::behaviour);
  }

  /** The manager that listens on an address, if it is up. */
  Optional<Machine> managerAt(String address) {
    return machines.values().stream()
        .filter(machine -> machine.managerAddress().equals(address))
        .filter(machine -> machine.isManager() && machine.answers())
        .findFirst();
  }

  /** The swarm that the test looks at: that of the first machine that is in one. */
  Cluster observedCluster() {
    return machines.values().stream()
        .flatMap(machine -> machine.cluster().stream())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no Engine has formed a swarm yet"));
  }
}
