package dev.swarmha.stack.parse;

import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * Escapes in double quotes, where go-yaml ({@code scannerc.go}) and SnakeYAML differ: {@code \'} is
 * a quote and a backslash before a tab is a tab, while surrogates must not be escaped. SnakeYAML
 * stops at the first two; they are put in two other characters then, and the text is read again.
 */
final class Escapes {

  // For private use: their order is what no text has. Places in the text stay what they are.
  private static final char QUOTE = '\uE0F0';
  private static final char TAB = '\uE0F1';
  private static final char FILLER = '\uE0F2';
  private static final Pattern SURROGATE = Pattern.compile("\\\\(?:u|U0000)[dD][89a-fA-F]");

  private final String text;
  private final boolean surrogates;
  private int codePoint;
  private int offset;

  Escapes(String text) {
    this.text = text;
    this.surrogates = SURROGATE.matcher(text).find();
  }

  /** The text without the escapes at which SnakeYAML stopped; empty if it is another mistake. */
  Optional<String> mended(MarkedYAMLException stopped) {
    boolean escape = String.valueOf(stopped.getProblem()).startsWith("found unknown escape");
    Mark start = stopped.getContextMark();
    Mark end = stopped.getProblemMark();
    if (!escape || start == null || end == null) {
      return Optional.empty();
    }
    StringBuilder mended = new StringBuilder(text);
    return mend(mended, offset(start.getIndex()) + 1)
        ? Optional.of(mended.toString())
        : Optional.empty();
  }

  /** Replaces the escapes of one scalar; tells whether there was one to replace. */
  private static boolean mend(StringBuilder text, int from) {
    boolean found = false;
    int at = from;
    while (at < text.length() - 1 && text.charAt(at) != '"') {
      boolean escape = text.charAt(at) == '\\';
      char escaped = text.charAt(at + 1);
      if (escape && (escaped == '\'' || escaped == '\t')) {
        text.setCharAt(at, escaped == '\t' ? TAB : QUOTE);
        text.setCharAt(at + 1, FILLER);
        found = true;
      }
      at += escape ? 2 : 1;
    }
    return found;
  }

  /**
   * What a scalar says.
   *
   * @throws IllegalArgumentException when it is written with escaped surrogates
   */
  String value(ScalarNode node) {
    String value = node.getValue();
    if (node.getScalarStyle() != ScalarStyle.DOUBLE_QUOTED) {
      return value;
    }
    if (surrogates && value.chars().anyMatch(c -> Character.isSurrogate((char) c))) {
      refuseSurrogates(node);
    }
    return value.indexOf(FILLER) < 0
        ? value
        : value.replace("" + QUOTE + FILLER, "'").replace("" + TAB + FILLER, "\t");
  }

  private void refuseSurrogates(ScalarNode node) {
    int start = offset(node.getStartMark().getIndex());
    int end = offset(node.getEndMark().getIndex());
    if (SURROGATE.matcher(text.substring(start, end)).find()) {
      throw new IllegalArgumentException(
          "characters must not be escaped as surrogates; write them as they are, or as \\U0001F600");
    }
  }

  /** SnakeYAML counts code points; scalars come in order, so each count goes on from the last. */
  private int offset(int index) {
    offset = text.offsetByCodePoints(offset, index - codePoint);
    codePoint = index;
    return offset;
  }
}
