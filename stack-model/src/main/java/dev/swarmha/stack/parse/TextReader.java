package dev.swarmha.stack.parse;

import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * A whole text for SnakeYAML's scanner. The reader of SnakeYAML takes its text piece by piece and
 * copies what it has at each, so that a token of ten million characters takes it minutes.
 */
final class TextReader extends StreamReader {

  private static final String NAME = "text";
  private static final int BYTE_ORDER_MARK = 0xFEFF;

  private final int[] text;
  private int index;
  private int documentStart;
  private int line;
  private int column;

  /**
   * A reader at the beginning of a text.
   *
   * @throws ReaderException when the text has a control character
   */
  TextReader(String text) {
    super("");
    this.text = codePoints(text);
  }

  private static int[] codePoints(String text) {
    int[] all = new int[text.codePointCount(0, text.length())];
    int at = 0;
    for (int i = 0; i < all.length; i++) {
      all[i] = text.codePointAt(at);
      if (!isPrintable(all[i])) {
        throw new ReaderException(NAME, at, all[i], "control characters are not allowed");
      }
      at += Character.charCount(all[i]);
    }
    return all;
  }

  @Override
  public Mark getMark() {
    return new Mark(NAME, index, line, column, text, index);
  }

  @Override
  public void forward() {
    forward(1);
  }

  @Override
  public void forward(int length) {
    for (int i = 0; i < length && index < text.length; i++) {
      int c = text[index];
      index++;
      if (breaksLine(c)) {
        line++;
        column = 0;
      } else if (c != BYTE_ORDER_MARK) {
        column++;
      }
    }
  }

  /** YAML 1.1's line breaks; of CR and LF together, LF is the one. */
  private boolean breaksLine(int c) {
    return c == '\n'
        || c == '\u0085'
        || c == '\u2028'
        || c == '\u2029'
        || (c == '\r' && peek() != '\n');
  }

  @Override
  public int peek() {
    return peek(0);
  }

  @Override
  public int peek(int distance) {
    return index + distance < text.length ? text[index + distance] : 0;
  }

  @Override
  public String prefix(int length) {
    return new String(text, index, Math.min(length, text.length - index));
  }

  @Override
  public String prefixForward(int length) {
    String prefix = prefix(length);
    int taken = Math.min(length, text.length - index);
    index += taken;
    column += taken;
    return prefix;
  }

  @Override
  public int getColumn() {
    return column;
  }

  @Override
  public int getDocumentIndex() {
    return index - documentStart;
  }

  @Override
  public void resetDocumentIndex() {
    documentStart = index;
  }

  @Override
  public int getIndex() {
    return index;
  }

  @Override
  public int getLine() {
    return line;
  }
}
