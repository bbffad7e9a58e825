package dev.swarmha.stack.model;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A volume as the file declares it. Nodes make it when a task needs it.
 *
 * @param name its full name, where the file gives one
 * @param external whether it is used as it is found on the node
 */
public record StackVolume(
    Optional<String> name,
    boolean external,
    Optional<String> driver,
    Map<String, String> driverOptions,
    Map<String, String> labels) {

  public StackVolume {
    requireNonNull(name, "name");
    requireNonNull(driver, "driver");
    driverOptions = Collections.unmodifiableMap(new LinkedHashMap<>(driverOptions));
    labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
  }
}
