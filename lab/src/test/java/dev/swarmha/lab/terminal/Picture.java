package dev.swarmha.lab.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A screen as a drawing that browsers show (SVG). Every piece of one colour has its own place, for
 * not every font gives all signs the same width.
 */
record Picture(List<List<Piece>> lines) {

  private static final double WIDTH = 8.4;
  private static final int HEIGHT = 18;
  private static final int EDGE = 12;
  private static final Pattern CODE = Pattern.compile("\u001b\\[([0-9;]*)m");

  /** Legible on the dark ground that terminals mostly have. */
  private static final Map<Integer, String> COLORS =
      Map.of(
          31, "#f47067", 32, "#6bc46d", 33, "#daaa3f", 34, "#6cb6ff", 35, "#dcbdfb", 36, "#56d4dd");

  /** Words that look alike, and the column in which they begin. */
  record Piece(int column, String text, String look) {}

  Picture {
    lines = lines.stream().map(List::copyOf).toList();
  }

  /** Of what tmux says of a screen: text, with codes of ECMA-48 for its looks. */
  static Picture of(String colored) {
    List<List<Piece>> lines = new ArrayList<>();
    Look look = new Look();
    for (String line : colored.lines().toList()) {
      lines.add(pieces(line, look));
    }
    return new Picture(lines);
  }

  private static List<Piece> pieces(String line, Look look) {
    List<Piece> pieces = new ArrayList<>();
    Matcher code = CODE.matcher(line);
    int from = 0;
    int column = 0;
    while (code.find()) {
      String text = line.substring(from, code.start());
      pieces.add(new Piece(column, text, look.attributes()));
      column += text.codePointCount(0, text.length());
      look.take(code.group(1));
      from = code.end();
    }
    pieces.add(new Piece(column, line.substring(from).stripTrailing(), look.attributes()));
    return pieces.stream().filter(piece -> !piece.text().isBlank()).toList();
  }

  /** The drawing, as wide as its widest line. */
  String svg() {
    int columns =
        lines.stream()
            .flatMap(List::stream)
            .mapToInt(piece -> piece.column() + piece.text().length())
            .max()
            .orElse(0);
    int height = lines.size() * HEIGHT + 2 * EDGE;
    StringBuilder svg = new StringBuilder(1000);
    svg.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" font-size="14"
            font-family="ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace"
            fill="#d6dde5">
        <rect width="100%%" height="100%%" rx="6" fill="#1c2128"/>
        """
            .formatted(Math.round(columns * WIDTH) + 2 * EDGE, height));
    for (int row = 0; row < lines.size(); row++) {
      svg.append(line(lines.get(row), EDGE + HEIGHT * row + 14));
    }
    return svg.append("</svg>\n").toString();
  }

  private static String line(List<Piece> pieces, int y) {
    if (pieces.isEmpty()) {
      return "";
    }
    StringBuilder line = new StringBuilder("<text y=\"" + y + "\" xml:space=\"preserve\">");
    for (Piece piece : pieces) {
      String x = String.format(Locale.ROOT, "%.1f", EDGE + piece.column() * WIDTH);
      line.append("<tspan x=\"" + x + "\"" + piece.look() + ">")
          .append(piece.text().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
          .append("</tspan>");
    }
    return line.append("</text>\n").toString();
  }

  /** How words look from here on. */
  private static final class Look {
    private String color = "";
    private boolean bold;
    private boolean faint;

    void take(String codes) {
      for (String word : codes.split(";", -1)) {
        take(word.isEmpty() ? 0 : Integer.parseInt(word));
      }
    }

    private void take(int code) {
      switch (code) {
        case 0 -> {
          color = "";
          bold = false;
          faint = false;
        }
        case 1 -> bold = true;
        case 2 -> faint = true;
        case 22 -> {
          bold = false;
          faint = false;
        }
        default -> color = COLORS.getOrDefault(code, code == 39 ? "" : color);
      }
    }

    String attributes() {
      return (color.isEmpty() ? "" : " fill=\"" + color + "\"")
          + (bold ? " font-weight=\"bold\"" : "")
          + (faint ? " opacity=\"0.6\"" : "");
    }
  }
}
