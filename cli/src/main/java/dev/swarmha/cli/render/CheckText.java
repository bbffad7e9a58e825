package dev.swarmha.cli.render;

import dev.swarmha.cli.output.SafeText;
import dev.swarmha.engine.time.DurationText;
import dev.swarmha.wait.probe.CheckSummary;
import java.util.ArrayList;
import java.util.List;

/** The numbers of a health check, in one line. */
final class CheckText {

  private CheckText() {}

  static String line(CheckSummary check) {
    List<String> parts = new ArrayList<>();
    parts.add(check.passed() ? "healthy" : "not healthy");
    parts.add(check.tries() == 1 ? "1 try" : check.tries() + " tries");
    parts.add(failed(check));
    if (check.failures() < check.tries()) {
      parts.add("slowest " + DurationText.of(check.slowest()));
    }
    return SafeText.line(check.address() + ": " + String.join(", ", parts));
  }

  private static String failed(CheckSummary check) {
    if (check.failures() == 0) {
      return "none failed";
    }
    String failed = check.failures() + " failed";
    return check.dropped() == 0
        ? failed
        : failed + " (" + check.dropped() + " after it had answered before)";
  }
}
