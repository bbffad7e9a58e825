package dev.swarmha.engine.time;

import java.time.Duration;
import java.time.InstantSource;

/** The clock and the only way to wait. Tests run on a virtual one, where waiting takes no time. */
public interface Timeline extends InstantSource {

  /**
   * Returns after this time has passed.
   *
   * @throws InterruptedException when the command is interrupted meanwhile
   */
  void sleep(Duration time) throws InterruptedException;
}
