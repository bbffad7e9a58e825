package dev.swarmha.deploy.rotate;

/** What to do about a secret or config whose content has changed. */
public enum Rotate {
  /** Make a new object under a name derived from the content, and move the services to it. */
  AUTO,
  /** Use the names that {@code docker stack deploy} uses, and refuse to change a content. */
  NEVER
}
