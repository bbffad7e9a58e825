package dev.swarmha.engine;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * A line that a task has written, or that the Engine has to say about the log.
 *
 * @param at when it was written, by the clock of the task's node
 * @param task empty where the line is the Engine's
 */
public record LogLine(Instant at, Channel channel, Optional<ResourceId> task, String text) {

  public LogLine {
    requireNonNull(at, "at");
    requireNonNull(channel, "channel");
    requireNonNull(task, "task");
    requireNonNull(text, "text");
  }

  /** Where it was written to. */
  public enum Channel {
    OUTPUT,
    ERROR,
    /** The Engine's own words, such as why a part of a log cannot be had. */
    ENGINE
  }
}
