package dev.swarmha.stack.source;

import static java.util.Objects.requireNonNull;

/** One text to load and its name as the user typed it, {@code -} for standard input. */
public record StackSource(String name, String text) {

  public StackSource {
    requireNonNull(name, "name");
    requireNonNull(text, "text");
  }
}
