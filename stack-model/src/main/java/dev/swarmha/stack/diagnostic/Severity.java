package dev.swarmha.stack.diagnostic;

/** How much a diagnostic weighs, the heaviest first. */
public enum Severity {
  /** The file cannot be used. */
  ERROR("error"),
  /** The file can be used, but something in it has no effect or another effect than it seems. */
  WARNING("warning"),
  /** Worth knowing. */
  INFO("info");

  private final String word;

  Severity(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }
}
