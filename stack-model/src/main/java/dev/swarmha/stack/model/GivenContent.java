package dev.swarmha.stack.model;

import static java.util.Objects.requireNonNull;

/** The content of a secret or config from the stack file itself or from a variable. */
public record GivenContent(String text) {

  public GivenContent {
    requireNonNull(text, "text");
  }

  /** Never the text itself: it may be a secret, and records end up in messages. */
  @Override
  public String toString() {
    return "GivenContent[" + text.length() + " characters]";
  }
}
