package dev.swarmha.lab.tour;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A fenced block of a Markdown document.
 *
 * @param line the number of its first line after the fence, from 1
 * @param language what stands behind the opening fence, such as {@code console}; or nothing
 * @param notes what the HTML comments right before it say, by their first word
 */
record Block(int line, String language, List<String> lines, Map<String, String> notes) {

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

  /** Why its commands are not run, if they are not. */
  Optional<String> notRun() {
    return Optional.ofNullable(notes.get("not run"));
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
