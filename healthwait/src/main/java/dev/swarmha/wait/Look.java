package dev.swarmha.wait;

import static java.util.Objects.requireNonNull;

import dev.swarmha.engine.Snapshot;
import java.time.Instant;

/**
 * What one look at the swarm has shown. It may have been so at any instant between the question and
 * the answer, which an election can keep up for many seconds: whatever is seen first counts from
 * the look's end, and whatever is seen again has lasted until the look's beginning.
 *
 * @param snapshot what was seen, taken when the look began
 * @param end when the last answer was there
 */
record Look(Snapshot snapshot, Instant end) {

  Look {
    requireNonNull(snapshot, "snapshot");
    requireNonNull(end, "end");
  }

  Instant beginning() {
    return snapshot.takenAt();
  }
}
