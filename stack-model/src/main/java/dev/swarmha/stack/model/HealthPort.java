package dev.swarmha.stack.model;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A published port that must answer before a service counts as healthy.
 *
 * @param port the published one
 * @param path what to ask for over HTTP; empty for a plain connection
 * @param secure whether to ask over HTTPS
 */
public record HealthPort(int port, Optional<String> path, boolean secure, Expectation expectation) {

  public HealthPort {
    requireNonNull(path, "path");
    requireNonNull(expectation, "expectation");
  }
}
