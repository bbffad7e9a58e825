package dev.swarmha.engine;

import java.util.Locale;

/** The kinds of object that a swarm keeps and that plans can change. */
public enum ResourceKind {
  NETWORK,
  SECRET,
  CONFIG,
  SERVICE,
  NODE;

  /** The word for one of this kind, as it stands in plans, events and messages. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
