package dev.swarmha.cli.option;

import java.util.Locale;
import picocli.CommandLine.Help.Ansi;

/** Whether differences, help and usage errors are coloured. */
public enum ColorMode {
  /** On a terminal, unless {@code NO_COLOR} is set. */
  AUTO(Ansi.AUTO),
  ALWAYS(Ansi.ON),
  NEVER(Ansi.OFF);

  private final Ansi ansi;

  ColorMode(Ansi ansi) {
    this.ansi = ansi;
  }

  public Ansi ansi() {
    return ansi;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
