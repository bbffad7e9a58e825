package dev.swarmha.cli.output;

import static java.util.Objects.requireNonNull;

import java.util.List;
import picocli.CommandLine.Help.Ansi;

/**
 * Where lines for people go.
 *
 * @param columns how many it has; tables and sentences keep within them if they can
 * @param ansi whether it shows colours
 */
public record Screen(int columns, Ansi ansi) {

  /** No terminal: a file or a pipe, where lines are as long as they are, without colours. */
  public static final Screen NONE = new Screen(Integer.MAX_VALUE, Ansi.OFF);

  public Screen {
    requireNonNull(ansi, "ansi");
  }

  /** The text in this colour, where there are colours. */
  public String paint(Paint paint, String text) {
    return paint.on(text, ansi);
  }

  /** Sentences that are too long are broken between words, and go on indented. */
  public List<String> wrapped(List<String> lines) {
    return lines.stream().flatMap(line -> TextWidth.wrap(line, columns).stream()).toList();
  }
}
