package dev.swarmha.stack.model;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What runs in the containers of a service.
 *
 * @param environment by name; empty for a variable without a value
 * @param groups that the user is in beside its own
 * @param init whether an init process runs as the first one; empty for what the node does by itself
 */
public record ServiceProcess(
    List<String> entrypoint,
    List<String> command,
    Map<String, Optional<String>> environment,
    Optional<String> user,
    List<String> groups,
    Optional<String> workingDirectory,
    Optional<String> stopSignal,
    Optional<Duration> stopGracePeriod,
    boolean tty,
    boolean standardInput,
    Optional<Boolean> init) {

  public ServiceProcess {
    entrypoint = List.copyOf(entrypoint);
    command = List.copyOf(command);
    environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
    requireNonNull(user, "user");
    groups = List.copyOf(groups);
    requireNonNull(workingDirectory, "workingDirectory");
    requireNonNull(stopSignal, "stopSignal");
    requireNonNull(stopGracePeriod, "stopGracePeriod");
    requireNonNull(init, "init");
  }
}
