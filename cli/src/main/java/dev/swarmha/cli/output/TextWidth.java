package dev.swarmha.cli.output;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jline.utils.WCWidth;

/** How wide texts are on a terminal: wide characters take two columns, combining ones none. */
public final class TextWidth {

  private static final String ELLIPSIS = "…";

  private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");

  private TextWidth() {}

  public static int of(String text) {
    return text.codePoints().map(TextWidth::of).sum();
  }

  /** The text in at most so many columns; where it is longer, its end gives way to an ellipsis. */
  public static String fit(String text, int columns) {
    if (of(text) <= columns) {
      return text;
    }
    StringBuilder fitting = new StringBuilder();
    int used = 0;
    for (int point : text.codePoints().toArray()) {
      used += of(point);
      if (used > columns - 1) {
        break;
      }
      fitting.appendCodePoint(point);
    }
    return columns < 1 ? "" : fitting.toString().stripTrailing() + ELLIPSIS;
  }

  /** The same for texts whose end tells the most: their beginning gives way. */
  public static String fitEnd(String text, int columns) {
    if (of(text) <= columns) {
      return text;
    }
    int from = 0;
    while (from < text.length() && of(text.substring(from)) > columns - 1) {
      from = text.offsetByCodePoints(from, 1);
    }
    return columns < 1 ? "" : ELLIPSIS + text.substring(from);
  }

  /** The text in exactly so many columns. */
  public static String pad(String text, int columns) {
    String fitting = fit(text, columns);
    return fitting + " ".repeat(Math.max(0, columns - of(fitting)));
  }

  /**
   * The text in lines of less than so many columns, broken between words where that can be, those
   * after the first indented by two more. Colours count for nothing where they stand at the edges.
   */
  public static List<String> wrap(String text, int columns) {
    List<String> lines = new ArrayList<>();
    String indent = " ".repeat(text.length() - text.stripLeading().length() + 2);
    String rest = text;
    while (visible(rest) >= columns) {
      int end = rest.lastIndexOf(' ', rest.length() - 1);
      while (end > indent.length() && visible(rest.substring(0, end)) >= columns) {
        end = rest.lastIndexOf(' ', end - 1);
      }
      if (end <= indent.length()) {
        break;
      }
      lines.add(rest.substring(0, end).stripTrailing());
      rest = indent + rest.substring(end + 1);
    }
    lines.add(rest);
    return lines;
  }

  private static int visible(String text) {
    return of(COLOUR.matcher(text).replaceAll(""));
  }

  private static int of(int point) {
    return Math.max(0, WCWidth.wcwidth(point));
  }
}
