package dev.swarmha.cli.output;

import java.util.List;
import java.util.regex.Pattern;

/** Text from Engines and tasks, without what would move a terminal's cursor or colour it. */
public final class SafeText {

  /** ECMA-48: control sequences, operating system commands, and other two-character escapes. */
  private static final Pattern ESCAPE =
      Pattern.compile(
          "\u001b\\[[0-?]*[ -/]*[@-~]|\u001b\\][^\u0007\u001b]*(?:\u0007|\u001b\\\\)?|\u001b.?");

  private static final Pattern LINE_BREAKS = Pattern.compile("\\R");
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  private SafeText() {}

  /** All of it in one line. */
  public static String line(String text) {
    return String.join(" ", lines(text));
  }

  /** Its lines, without blank ones at the end. */
  public static List<String> lines(String text) {
    String plain = ESCAPE.matcher(text.stripTrailing()).replaceAll("");
    return LINE_BREAKS.splitAsStream(plain).map(SafeText::cleaned).toList();
  }

  private static String cleaned(String line) {
    return CONTROL.matcher(line.replace('\t', ' ')).replaceAll("").stripTrailing();
  }
}
