package dev.swarmha.cli.output;

import java.util.Locale;

/** How a command prints its data. */
public enum OutputFormat {
  TABLE,
  JSON,
  YAML;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
