package dev.swarmha.stack.model;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the containers of a service may do. */
public record Confinement(
    boolean readOnly,
    List<String> addedCapabilities,
    List<String> droppedCapabilities,
    Map<String, String> sysctls,
    List<Ulimit> ulimits,
    Optional<String> isolation) {

  public Confinement {
    addedCapabilities = List.copyOf(addedCapabilities);
    droppedCapabilities = List.copyOf(droppedCapabilities);
    sysctls = Collections.unmodifiableMap(new LinkedHashMap<>(sysctls));
    ulimits = List.copyOf(ulimits);
    requireNonNull(isolation, "isolation");
  }
}
