package dev.swarmha.stack.model;

import static java.util.Objects.requireNonNull;

/** An address that must answer before the stack counts as healthy. */
public record HealthUrl(String url, Expectation expectation) {

  public HealthUrl {
    requireNonNull(url, "url");
    requireNonNull(expectation, "expectation");
  }
}
