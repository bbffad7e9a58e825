package dev.swarmha.stack.model;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * How a task may use swap.
 *
 * @param bytes how much beside its memory; -1 for any amount
 * @param swappiness how readily the kernel swaps it out, from 0 to 100
 */
public record Swap(Optional<Long> bytes, Optional<Long> swappiness) {

  public Swap {
    requireNonNull(bytes, "bytes");
    requireNonNull(swappiness, "swappiness");
  }
}
