package dev.swarmha.stack.dialect;

/** What a user says about the dialect of a stack's files, which are all read in the same one. */
public enum DialectChoice {
  /** {@link Dialect#STACK} where that reading accepts the files, else {@link Dialect#COMPOSE}. */
  AUTO,
  STACK,
  COMPOSE
}
