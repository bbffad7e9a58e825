package dev.swarmha.wait.probe;

import dev.swarmha.engine.probe.ProbeResult;
import java.time.Duration;

/** Counts what one check answers, whether it is held against anybody or not. */
final class CheckNumbers {

  private int tries;
  private int failures;
  private int dropped;
  private Duration slowest = Duration.ZERO;
  private boolean passed;
  private String words = "no answer yet";

  void add(ProbeResult result) {
    boolean answeredBefore = hasAnswered();
    tries++;
    passed = result.passed();
    words = result.answer();
    if (!passed) {
      failures++;
      dropped += answeredBefore ? 1 : 0;
    } else if (result.took().compareTo(slowest) > 0) {
      slowest = result.took();
    }
  }

  int tries() {
    return tries;
  }

  /** Whether any answer was good. */
  boolean hasAnswered() {
    return failures < tries;
  }

  /** The last answer. */
  String words() {
    return words;
  }

  CheckSummary summary(String address) {
    return new CheckSummary(address, tries, failures, dropped, slowest, passed);
  }
}
