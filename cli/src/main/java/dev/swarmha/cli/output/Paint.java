package dev.swarmha.cli.output;

import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.Style;

/**
 * Colours with a meaning, or none. Of differences green is new, red is gone, yellow is other,
 * magenta is drift; of how things stand green is good, red is bad, cyan is on its way, yellow wants
 * attention, and faint may be passed over.
 */
public enum Paint {
  ADDED(Style.fg_green),
  REMOVED(Style.fg_red),
  CHANGED(Style.fg_yellow),
  DRIFT(Style.fg_magenta),
  GOOD(Style.fg_green),
  BAD(Style.fg_red),
  BUSY(Style.fg_cyan),
  FAINT(Style.faint),
  HEADING(Style.bold);

  private final Style style;

  Paint(Style style) {
    this.style = style;
  }

  /** The text in this colour, where colours are wanted. */
  public String on(String text, Ansi ansi) {
    return ansi.enabled() && !text.isBlank() ? style.on() + text + style.off() : text;
  }
}
