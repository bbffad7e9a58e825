package dev.swarmha.engine;

/** The Engine is not a manager of a swarm, so it can neither show nor change one. */
public final class NotAManagerException extends EngineException {

  private final boolean passing;

  public NotAManagerException(String message) {
    this(message, false);
  }

  private NotAManagerException(String message, boolean passing) {
    super(message);
    this.passing = passing;
  }

  /** An Engine that is about to take its place in a swarm: it may be a manager in a moment. */
  public static NotAManagerException yet(String message) {
    return new NotAManagerException(message, true);
  }

  /** Whether it makes sense to ask again soon. */
  public boolean isPassing() {
    return passing;
  }
}
