package dev.swarmha.engine.testkit.api;

import dev.swarmha.document.Mapping;
import dev.swarmha.engine.EngineRefusedException;
import dev.swarmha.engine.Payload;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.testkit.state.ClusterState;
import dev.swarmha.engine.testkit.state.PublishedPort;
import dev.swarmha.engine.testkit.state.ServiceSpec;
import dev.swarmha.engine.testkit.state.StoredObject;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the managers refuse to store (swarmkit {@code manager/controlapi}). */
final class SpecChecks {

  private static final Pattern SERVICE_NAME = Pattern.compile("[a-zA-Z0-9](?:[-_]*[A-Za-z0-9]+)*");
  private static final Pattern DATA_NAME =
      Pattern.compile("[a-zA-Z0-9]+(?:[a-zA-Z0-9-_.]*[a-zA-Z0-9])?");
  private static final int LONGEST_NAME = 64;
  private static final int LARGEST_SECRET = 512_000;
  private static final int LARGEST_CONFIG = 1_024_000;
  private static final long LEAST_MEMORY = 4L << 20;

  private final ClusterState state;

  SpecChecks(ClusterState state) {
    this.state = state;
  }

  void check(String purpose, ResourceKind kind, Mapping spec) {
    String name = spec.text("Name").orElse("");
    switch (kind) {
      case SERVICE -> checkService(purpose, new ServiceSpec(spec));
      case SECRET, CONFIG -> checkDataName(purpose, name);
      case NETWORK -> require(!name.isEmpty(), purpose, "network name required");
      case NODE -> {}
    }
  }

  private static void checkDataName(String purpose, String name) {
    require(
        DATA_NAME.matcher(name).matches() && name.length() <= LONGEST_NAME,
        purpose,
        "invalid name, only 64 [a-zA-Z0-9-_.] characters allowed, and the start and end character"
            + " must be [a-zA-Z0-9]");
  }

  void checkPayload(String purpose, ResourceKind kind, Optional<Payload> payload) {
    if (kind != ResourceKind.SECRET && kind != ResourceKind.CONFIG) {
      return;
    }
    int limit = kind == ResourceKind.SECRET ? LARGEST_SECRET : LARGEST_CONFIG;
    int size = payload.map(Payload::size).orElse(0);
    require(
        size > 0 && size < limit,
        purpose,
        kind.word() + " data must be larger than 0 and less than " + limit + " bytes");
  }

  private void checkService(String purpose, ServiceSpec service) {
    require(!service.name().isEmpty(), purpose, "meta: name must be provided");
    require(
        SERVICE_NAME.matcher(service.name()).matches() && service.name().length() < LONGEST_NAME,
        purpose,
        "name must be valid as a DNS name component");
    require(
        !service.task().image().isEmpty(),
        purpose,
        "ContainerSpec: image reference must be provided");
    require(
        !service.isJob()
            || service.document().get("UpdateConfig").filter(o -> !o.isNull()).isEmpty(),
        purpose,
        "Jobs may not have an update config");
    checkResources(purpose, service);
    checkConstraints(purpose, service);
    service.ports().forEach(port -> checkPort(purpose, service.name(), port));
  }

  private static void checkResources(String purpose, ServiceSpec service) {
    long memory = service.task().reservations().memoryBytes();
    require(
        memory == 0 || memory >= LEAST_MEMORY,
        purpose,
        "invalid memory value " + memory + ": Must be at least 4MiB");
  }

  private static void checkConstraints(String purpose, ServiceSpec service) {
    try {
      service.task().constraints();
    } catch (IllegalArgumentException wrong) {
      throw refused(purpose, String.valueOf(wrong.getMessage()));
    }
  }

  private void checkPort(String purpose, String name, PublishedPort port) {
    if (port.onNode()) {
      return;
    }
    for (StoredObject other : state.all(ResourceKind.SERVICE)) {
      boolean taken =
          !other.name().equals(name)
              && other.service().ports().stream()
                  .anyMatch(used -> !used.onNode() && used.collidesWith(port));
      String user = "'" + other.name() + "' (" + other.id() + ")";
      require(
          !taken,
          purpose,
          "port '"
              + port.published()
              + "' is already in use by service "
              + user
              + " as an ingress port");
    }
  }

  private static void require(boolean condition, String purpose, String words) {
    if (!condition) {
      throw refused(purpose, words);
    }
  }

  private static EngineRefusedException refused(String purpose, String words) {
    return new EngineRefusedException(
        "cannot " + purpose + ": rpc error: code = InvalidArgument desc = " + words);
  }
}
