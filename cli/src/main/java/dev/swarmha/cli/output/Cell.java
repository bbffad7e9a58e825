package dev.swarmha.cli.output;

import static java.util.Objects.requireNonNull;

/** A part of a row of a table, in one line, and the colour that says what it means. */
public record Cell(String text, Paint paint) {

  public Cell {
    text = SafeText.line(text);
    requireNonNull(paint, "paint");
  }

  /** One that means neither good nor bad. */
  public static Cell of(String text) {
    return new Cell(text, Paint.PLAIN);
  }
}
