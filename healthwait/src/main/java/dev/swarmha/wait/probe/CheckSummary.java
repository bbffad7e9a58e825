package dev.swarmha.wait.probe;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * The numbers of one check over a whole wait.
 *
 * @param tries how often the address was asked
 * @param failures how many of the answers were bad, or late, or none
 * @param dropped how many of these came after the address had answered well before
 * @param slowest the longest time that a good answer took
 * @param passed whether the last answer was good
 */
public record CheckSummary(
    String address, int tries, int failures, int dropped, Duration slowest, boolean passed) {

  public CheckSummary {
    requireNonNull(address, "address");
    requireNonNull(slowest, "slowest");
  }
}
