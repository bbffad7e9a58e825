package dev.swarmha.engine.probe;

import java.util.Optional;

/**
 * Asks health questions, several at a time if need be. A failing address is an answer, not an
 * exception.
 */
public interface Prober {

  /** Begins to ask, once, and does not wait for the answer. */
  Attempt begin(HealthProbe probe);

  /** A question on its way. */
  interface Attempt {

    /** What came of it; empty as long as nothing has. */
    Optional<ProbeResult> result();

    /** Nobody waits for the answer any more. */
    void abandon();
  }
}
