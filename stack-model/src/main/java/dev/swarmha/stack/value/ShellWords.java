package dev.swarmha.stack.value;

import java.util.ArrayList;
import java.util.List;

/**
 * A command line cut into words, as google/shlex does it for the docker CLI: quotes and backslashes
 * as in a shell, {@code #} at the start of a word begins a comment, nothing is expanded.
 */
public final class ShellWords {

  private static final char NONE = 0;

  private final String text;
  private final List<String> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private boolean inWord;
  private int next;

  private ShellWords(String text) {
    this.text = text;
  }

  /**
   * Cuts a command line.
   *
   * @throws ValueException when a quote is not closed or a backslash ends the text
   */
  public static List<String> split(String text) {
    ShellWords shell = new ShellWords(text);
    while (shell.next < text.length()) {
      shell.take(text.charAt(shell.next++));
    }
    shell.endWord();
    return List.copyOf(shell.words);
  }

  private void take(char c) {
    switch (c) {
      case ' ', '\t', '\r', '\n' -> endWord();
      case '"', '\'' -> quoted(c);
      case '\\' -> append(escaped());
      case '#' -> {
        if (inWord) {
          append(c);
        } else {
          skipLine();
        }
      }
      default -> append(c);
    }
  }

  private void append(char c) {
    inWord = true;
    word.append(c);
  }

  private void endWord() {
    if (inWord) {
      words.add(word.toString());
      word.setLength(0);
      inWord = false;
    }
  }

  private void quoted(char quote) {
    inWord = true;
    char c = NONE;
    while (next < text.length()) {
      c = text.charAt(next++);
      if (c == quote) {
        return;
      }
      word.append(c == '\\' && quote == '"' ? escaped() : c);
    }
    throw new ValueException("a " + quote + " quote is not closed");
  }

  private char escaped() {
    if (next == text.length()) {
      throw new ValueException("the text ends after a backslash");
    }
    return text.charAt(next++);
  }

  private void skipLine() {
    int end = text.indexOf('\n', next);
    next = end < 0 ? text.length() : end + 1;
  }
}
