package dev.swarmha.stack.model;

import static java.util.Objects.requireNonNull;

import dev.swarmha.document.Origin;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What counts as a good answer, and how long to ask for it. What is not given has a default.
 *
 * @param status statuses and ranges of them, {@code 200-299,301}
 * @param authority who has signed the server's certificate
 * @param passes how often it must answer well one time after the other
 */
public record Expectation(
    Optional<String> status,
    Optional<String> contains,
    Optional<AuthorityFile> authority,
    Optional<Integer> passes,
    Optional<Integer> retries,
    Optional<Duration> interval,
    Optional<Duration> timeout) {

  public Expectation {
    requireNonNull(status, "status");
    requireNonNull(contains, "contains");
    requireNonNull(authority, "authority");
    requireNonNull(passes, "passes");
    requireNonNull(retries, "retries");
    requireNonNull(interval, "interval");
    requireNonNull(timeout, "timeout");
  }

  /** The file with an authority's certificate, and where the stack file names it. */
  public record AuthorityFile(Path file, Origin origin) {
    public AuthorityFile {
      requireNonNull(file, "file");
      requireNonNull(origin, "origin");
    }
  }
}
