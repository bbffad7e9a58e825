package dev.swarmha.stack.model;

import static java.util.Objects.requireNonNull;

import dev.swarmha.stack.value.ByteSize;
import dev.swarmha.stack.value.Cpus;
import java.util.List;
import java.util.Optional;

/**
 * Resources that a task may use or needs.
 *
 * @param generic for reservations alone; a kind may stand there twice, from two files
 */
public record Resources(
    Optional<Cpus> cpus,
    Optional<ByteSize> memory,
    Optional<Long> pids,
    List<GenericResource> generic) {

  /** Units of a resource that nodes advertise. */
  public record GenericResource(String kind, long units) {}

  public Resources {
    requireNonNull(cpus, "cpus");
    requireNonNull(memory, "memory");
    requireNonNull(pids, "pids");
    generic = List.copyOf(generic);
  }
}
