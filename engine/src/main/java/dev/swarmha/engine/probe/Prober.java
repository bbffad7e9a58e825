package dev.swarmha.engine.probe;

/** Asks one health question. A failing address is an answer, not an exception. */
public interface Prober {

  /**
   * Tries the probe once.
   *
   * @throws InterruptedException when the command is interrupted meanwhile
   */
  ProbeResult probe(HealthProbe probe) throws InterruptedException;
}
