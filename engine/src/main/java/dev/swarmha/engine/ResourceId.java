package dev.swarmha.engine;

import static java.util.Objects.requireNonNull;

/** The id that the Engine gave to an object; the only name that never changes hands. */
public record ResourceId(String value) {

  public ResourceId {
    requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return value;
  }
}
