package dev.swarmha.stack.model;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the containers of a service may do.
 *
 * @param outOfMemoryScore how readily the kernel ends them when memory runs out
 */
public record Confinement(
    boolean readOnly,
    List<String> addedCapabilities,
    List<String> droppedCapabilities,
    Map<String, String> sysctls,
    List<Ulimit> ulimits,
    Optional<String> isolation,
    Optional<CredentialSpec> credentialSpec,
    SecurityOptions security,
    Optional<Long> outOfMemoryScore) {

  public Confinement {
    addedCapabilities = List.copyOf(addedCapabilities);
    droppedCapabilities = List.copyOf(droppedCapabilities);
    sysctls = Collections.unmodifiableMap(new LinkedHashMap<>(sysctls));
    ulimits = List.copyOf(ulimits);
    requireNonNull(isolation, "isolation");
    requireNonNull(credentialSpec, "credentialSpec");
    requireNonNull(security, "security");
    requireNonNull(outOfMemoryScore, "outOfMemoryScore");
  }
}
