package dev.swarmha.cli.option;

import java.util.Locale;

/** How a command tells how far it has come. */
public enum ProgressMode {
  AUTO,
  TTY,
  PLAIN,
  JSON,
  QUIET;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
