package dev.swarmha.lab.tour;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the calls of swarmha in a line of shell, as words without quotes. */
final class CommandLines {

  private static final Pattern WORD =
      Pattern.compile("'([^']*)'|\"((?:[^\"\\\\]|\\\\.)*)\"|\\\\(.)|([^\\s'\"\\\\;|&<>()`]+)");
  private static final Pattern ASSIGNMENT = Pattern.compile("\\w+=.*");
  private static final Pattern REDIRECTION = Pattern.compile("\\d*[<>]+\\s*(&\\d|[^\\s;|&]+)?");

  private final String text;
  private final List<List<String>> calls = new ArrayList<>();
  private List<String> words = new ArrayList<>();
  private int at;

  private CommandLines(String text) {
    this.text = text;
  }

  /** The arguments of each call, those inside of {@code $( )} included. */
  static List<List<String>> of(String shell) {
    CommandLines lines = new CommandLines(shell.replace("\\\n", " "));
    lines.read();
    return lines.calls.stream().map(CommandLines::arguments).flatMap(Optional::stream).toList();
  }

  private static Optional<List<String>> arguments(List<String> words) {
    int first = 0;
    while (first < words.size()
        && (ASSIGNMENT.matcher(words.get(first)).matches() || isPrefix(words.get(first)))) {
      first++;
    }
    boolean ours = first < words.size() && words.get(first).matches("(.*/)?swarmha");
    return ours ? Optional.of(words.subList(first + 1, words.size())) : Optional.empty();
  }

  private static boolean isPrefix(String word) {
    return List.of("time", "exec", "sudo", "nohup", "if", "while", "until", "then", "do", "!")
        .contains(word);
  }

  private void read() {
    while (at < text.length()) {
      char next = text.charAt(at);
      if (text.startsWith("$(", at) && !text.startsWith("$((", at)) {
        substitution();
      } else if (next == '#' && (at == 0 || Character.isWhitespace(text.charAt(at - 1)))) {
        skipComment();
      } else if (";|&()`\n".indexOf(next) >= 0) {
        end();
        at++;
      } else if (Character.isWhitespace(next)) {
        at++;
      } else if (!redirection()) {
        word();
      }
    }
    end();
  }

  /** What a command prints takes the place of one word. */
  private void substitution() {
    int depth = 1;
    int close = at + 2;
    while (close < text.length() && depth > 0) {
      depth += text.charAt(close) == '(' ? 1 : text.charAt(close) == ')' ? -1 : 0;
      close++;
    }
    CommandLines inner = new CommandLines(text.substring(at + 2, Math.max(at + 2, close - 1)));
    inner.read();
    calls.addAll(inner.calls);
    words.add("printed");
    at = close;
  }

  private void skipComment() {
    int end = text.indexOf('\n', at);
    at = end < 0 ? text.length() : end;
  }

  private boolean redirection() {
    Matcher matcher = REDIRECTION.matcher(text).region(at, text.length());
    if (!matcher.lookingAt()) {
      return false;
    }
    at = matcher.end();
    return true;
  }

  private void word() {
    StringBuilder word = new StringBuilder();
    Matcher matcher = WORD.matcher(text);
    while (matcher.region(at, text.length()).lookingAt()) {
      for (int group = 1; group <= matcher.groupCount(); group++) {
        word.append(Optional.ofNullable(matcher.group(group)).orElse(""));
      }
      at = matcher.end();
    }
    if (at < text.length() && matcher.regionStart() == at && word.isEmpty()) {
      at++;
    }
    words.add(word.toString());
  }

  private void end() {
    if (!words.isEmpty()) {
      calls.add(words);
    }
    words = new ArrayList<>();
  }
}
