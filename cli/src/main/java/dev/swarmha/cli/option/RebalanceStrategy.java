package dev.swarmha.cli.option;

import java.util.Locale;

/** How services are spread anew. */
public enum RebalanceStrategy {
  FORCE;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
