package dev.swarmha.cli.output;

import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.Style;

/**
 * Colours with a meaning, or none: green is new, red is gone, yellow is other, magenta is drift.
 */
public enum Paint {
  ADDED(Style.fg_green),
  REMOVED(Style.fg_red),
  CHANGED(Style.fg_yellow),
  DRIFT(Style.fg_magenta);

  private final Style style;

  Paint(Style style) {
    this.style = style;
  }

  /** The text in this colour, where colours are wanted. */
  public String on(String text, Ansi ansi) {
    return ansi.enabled() ? style.on() + text + style.off() : text;
  }
}
