package dev.swarmha.stack.model;

import static java.util.Objects.requireNonNull;

import dev.swarmha.stack.value.ByteSize;
import dev.swarmha.stack.value.Cpus;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Resources that a task may use or needs.
 *
 * @param generic units by kind, for reservations alone
 */
public record Resources(
    Optional<Cpus> cpus,
    Optional<ByteSize> memory,
    Optional<Long> pids,
    Map<String, Long> generic) {

  public Resources {
    requireNonNull(cpus, "cpus");
    requireNonNull(memory, "memory");
    requireNonNull(pids, "pids");
    generic = Collections.unmodifiableMap(new LinkedHashMap<>(generic));
  }
}
