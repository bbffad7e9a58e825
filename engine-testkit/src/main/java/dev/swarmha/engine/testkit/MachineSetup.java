package dev.swarmha.engine.testkit;

import static java.util.Objects.requireNonNull;

import dev.swarmha.engine.Node.Availability;
import dev.swarmha.engine.Node.Description;
import dev.swarmha.engine.testkit.state.Host;
import java.util.Map;
import java.util.TreeMap;

/** A machine in the making: four processors and eight GiB unless told otherwise. */
public record MachineSetup(Host host, Map<String, String> labels, Availability availability) {

  private static final String ENGINE_VERSION = "28.5.2";
  private static final long BILLIONTHS = 1_000_000_000L;
  private static final int CPUS = 4;
  private static final long MEMORY = 8L << 30;

  public MachineSetup {
    requireNonNull(host, "host");
    labels = new TreeMap<>(labels);
    requireNonNull(availability, "availability");
  }

  static MachineSetup of(String name, String address) {
    Description description =
        new Description(ENGINE_VERSION, "linux", "x86_64", CPUS * BILLIONTHS, MEMORY);
    return new MachineSetup(
        new Host(name, address, description, Map.of()), Map.of(), Availability.ACTIVE);
  }

  /** A label of its node. */
  public MachineSetup label(String key, String value) {
    Map<String, String> more = new TreeMap<>(labels);
    more.put(key, value);
    return new MachineSetup(host, more, availability);
  }

  public MachineSetup cpus(double cpus) {
    Description now = host.description();
    return with(
        new Description(
            now.engineVersion(),
            now.os(),
            now.architecture(),
            (long) (cpus * BILLIONTHS),
            now.memoryBytes()));
  }

  public MachineSetup memory(long bytes) {
    Description now = host.description();
    return with(
        new Description(now.engineVersion(), now.os(), now.architecture(), now.nanoCpus(), bytes));
  }

  public MachineSetup availability(Availability wanted) {
    return new MachineSetup(host, labels, wanted);
  }

  private MachineSetup with(Description description) {
    Host changed = new Host(host.name(), host.address(), description, host.engineLabels());
    return new MachineSetup(changed, labels, availability);
  }
}
