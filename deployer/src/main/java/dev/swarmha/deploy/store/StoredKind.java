package dev.swarmha.deploy.store;

import dev.swarmha.engine.ResourceKind;

/** The kinds of object that hold data: secrets, which are never given back, and configs. */
public enum StoredKind {
  SECRET(ResourceKind.SECRET, 500 * 1024 - 1),
  CONFIG(ResourceKind.CONFIG, 1000 * 1024 - 1);

  private final ResourceKind kind;
  private final int largest;

  StoredKind(ResourceKind kind, int largest) {
    this.kind = kind;
    this.largest = largest;
  }

  public ResourceKind kind() {
    return kind;
  }

  /** The most bytes that Swarm takes (swarmkit {@code api/validation/secrets.go}). */
  public int largest() {
    return largest;
  }
}
