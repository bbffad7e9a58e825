package dev.swarmha.stack.parse;

/** What may stand in a YAML file without quotes and still be the text that it is. */
public final class PlainText {

  private PlainText() {}

  /** Whether a reader takes the text for a text; {@code 0o17}, {@code 08} or a date it does not. */
  public static boolean isText(String text) {
    try {
      return !PlainScalar.isNotFinite(text) && text.equals(PlainScalar.valueOf(text));
    } catch (IllegalArgumentException almostATime) {
      return false;
    }
  }
}
