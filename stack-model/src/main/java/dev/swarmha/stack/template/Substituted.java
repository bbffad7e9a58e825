package dev.swarmha.stack.template;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/** What became of a text in which variables were replaced. */
public record Substituted(String value, List<Finding> findings) {

  public Substituted {
    requireNonNull(value, "value");
    findings = List.copyOf(findings);
  }

  /** Where the first variable stands that is in error; without one the value counts. */
  public Optional<Integer> firstError() {
    return findings.stream().filter(Finding::isError).map(Finding::offset).findFirst();
  }
}
