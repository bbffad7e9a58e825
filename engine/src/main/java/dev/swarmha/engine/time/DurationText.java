package dev.swarmha.engine.time;

import java.time.Duration;

/** A duration as messages show it: {@code 250ms}, {@code 2.5s}, {@code 1m30s}, {@code 2h5m}. */
public final class DurationText {

  private DurationText() {}

  /** Milliseconds count below a minute, seconds below an hour; the rest is cut off. */
  public static String of(Duration duration) {
    if (duration.compareTo(Duration.ofSeconds(1)) < 0) {
      return duration.toMillis() == 0 ? "0s" : duration.toMillis() + "ms";
    }
    if (duration.compareTo(Duration.ofMinutes(1)) < 0) {
      String millis = String.valueOf(1000 + duration.toMillisPart()).substring(1);
      String fraction = millis.replaceAll("0+$", "");
      return duration.toSeconds() + (fraction.isEmpty() ? "" : "." + fraction) + "s";
    }
    String minutes = part(duration.toMinutesPart(), "m");
    return duration.toHours() > 0
        ? duration.toHours() + "h" + minutes
        : minutes + part(duration.toSecondsPart(), "s");
  }

  private static String part(int amount, String unit) {
    return amount == 0 ? "" : amount + unit;
  }
}
