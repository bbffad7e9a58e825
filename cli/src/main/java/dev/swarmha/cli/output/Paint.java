package dev.swarmha.cli.output;

import java.util.Optional;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.Style;

/**
 * Colours with a meaning, or none. Of differences green is new, red is gone, yellow is other,
 * magenta is drift; of how things stand green is good, red is bad, yellow is not as it should be or
 * not yet, cyan moves at this moment, and faint may be passed over.
 */
public enum Paint {
  /** No colour. */
  PLAIN,
  ADDED(Style.fg_green),
  REMOVED(Style.fg_red),
  CHANGED(Style.fg_yellow),
  DRIFT(Style.fg_magenta),
  GOOD(Style.fg_green),
  BAD(Style.fg_red),
  UNSETTLED(Style.fg_yellow),
  BUSY(Style.fg_cyan),
  FAINT(Style.faint),
  HEADING(Style.bold);

  private final Optional<Style> style;

  Paint() {
    style = Optional.empty();
  }

  Paint(Style style) {
    this.style = Optional.of(style);
  }

  /** The text in this colour, where colours are wanted. */
  public String on(String text, Ansi ansi) {
    return style
        .filter(it -> ansi.enabled() && !text.isBlank())
        .map(it -> it.on() + text + it.off())
        .orElse(text);
  }
}
