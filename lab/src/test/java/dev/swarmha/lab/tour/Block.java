package dev.swarmha.lab.tour;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fenced block of a Markdown document.
 *
 * @param line the number of its first line after the fence, from 1
 * @param language what stands behind the opening fence, such as {@code console}; or nothing
 * @param notes what the HTML comments right before it say, by their first word
 */
record Block(int line, String language, List<String> lines, Map<String, String> notes) {

  private static final Pattern IN_QUOTES = Pattern.compile("'(swarmha [^']+)'");

  Block {
    lines = List.copyOf(lines);
    notes = Map.copyOf(notes);
  }

  /** Whether it shows commands together with what they print. */
  boolean isSession() {
    return language.equals("console");
  }

  /** Whether it holds commands. */
  boolean isForTheShell() {
    return isSession() || language.equals("sh");
  }

  /** Whether it is a pipeline, whose calls of swarmha are run one after the other. */
  boolean hasCallsToRun() {
    return notes.containsKey("calls");
  }

  /** Whether a tour of its document runs what it shows. */
  boolean isRun() {
    return hasCallsToRun() || (isForTheShell() && !notes.containsKey("not run"));
  }

  /** The arguments of each call of swarmha in it. */
  List<List<String>> calls() {
    return switch (language) {
      case "yaml" -> YamlCommands.of(String.join("\n", lines));
      case "groovy" -> lines.stream().flatMap(line -> quoted(line).stream()).toList();
      case "console", "sh" ->
          Steps.of(this).stream()
              .flatMap(step -> CommandLines.of(step.command()).stream())
              .toList();
      default -> List.of();
    };
  }

  /** Jenkins runs what stands in quotes. */
  private static List<List<String>> quoted(String line) {
    Matcher quoted = IN_QUOTES.matcher(line);
    return quoted.find() ? CommandLines.of(quoted.group(1)) : List.of();
  }

  /** The exit code of its last command. */
  int exitCode() {
    return Integer.parseInt(notes.getOrDefault("exit", "0"));
  }

  /** How long its commands are repeated until they do what the document says. */
  Duration patience() {
    return Duration.ofSeconds(Long.parseLong(notes.getOrDefault("retry", "0s").replace("s", "")));
  }
}
