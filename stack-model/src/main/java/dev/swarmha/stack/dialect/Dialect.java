package dev.swarmha.stack.dialect;

/**
 * A reading of stack files. Every stage that reads the two differently has its rules as table rows
 * by dialect; the way through the stages is one.
 */
public enum Dialect {
  /** File format 3, exactly as {@code docker stack deploy} reads it. */
  STACK("docker stack deploy"),
  /** The compose specification, as {@code docker compose} reads it. */
  COMPOSE("the compose specification");

  private final String authority;

  Dialect(String authority) {
    this.authority = authority;
  }

  /** Whose rules these are, in words for the user. */
  public String authority() {
    return authority;
  }
}
