package dev.swarmha.deploy.view;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/** A stack in one line: its name, how many services it has, and the revision that it is at. */
public record StackSummary(String name, int services, Optional<Integer> revision) {

  public StackSummary {
    requireNonNull(name, "name");
    requireNonNull(revision, "revision");
  }
}
