package dev.swarmha.engine.testkit;

import static java.util.Objects.requireNonNull;

import dev.swarmha.engine.Amounts;
import dev.swarmha.engine.Node.Availability;
import dev.swarmha.engine.Node.Description;
import dev.swarmha.engine.Node.Plugin;
import dev.swarmha.engine.testkit.state.Host;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A machine in the making: four processors and eight GiB unless told otherwise. */
public record MachineSetup(Host host, Map<String, String> labels, Availability availability) {

  private static final String ENGINE_VERSION = "28.5.2";
  private static final long BILLIONTHS = 1_000_000_000L;
  private static final int CPUS = 4;
  private static final long MEMORY = 8L << 30;
  private static final Set<Plugin> PLUGINS =
      Set.of(
          new Plugin("Log", "json-file"),
          new Plugin("Log", "syslog"),
          new Plugin("Network", "bridge"),
          new Plugin("Network", "host"),
          new Plugin("Network", "overlay"),
          new Plugin("Volume", "local"));

  public MachineSetup {
    requireNonNull(host, "host");
    labels = new TreeMap<>(labels);
    requireNonNull(availability, "availability");
  }

  static MachineSetup of(String name, String address) {
    Description description =
        new Description(
            ENGINE_VERSION,
            "linux",
            "x86_64",
            new Amounts(CPUS * BILLIONTHS, MEMORY),
            Map.of(),
            PLUGINS);
    return new MachineSetup(new Host(name, address, description), Map.of(), Availability.ACTIVE);
  }

  /** A label of its node. */
  public MachineSetup label(String key, String value) {
    Map<String, String> more = new TreeMap<>(labels);
    more.put(key, value);
    return new MachineSetup(host, more, availability);
  }

  public MachineSetup cpus(double cpus) {
    long nanoCpus = (long) (cpus * BILLIONTHS);
    return with(new Amounts(nanoCpus, capacity().memoryBytes(), capacity().generic()));
  }

  public MachineSetup memory(long bytes) {
    return with(new Amounts(capacity().nanoCpus(), bytes, capacity().generic()));
  }

  private Amounts capacity() {
    return host.description().capacity();
  }

  public MachineSetup availability(Availability wanted) {
    return new MachineSetup(host, labels, wanted);
  }

  private MachineSetup with(Amounts capacity) {
    Description now = host.description();
    Description changed =
        new Description(
            now.engineVersion(),
            now.os(),
            now.architecture(),
            capacity,
            now.engineLabels(),
            now.plugins());
    return new MachineSetup(new Host(host.name(), host.address(), changed), labels, availability);
  }
}
