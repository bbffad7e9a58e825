package dev.swarmha.cli.complete;

/** Kinds of names that only a swarm, or the docker CLI's configuration, can tell. */
public enum NameKind {
  STACK,
  SERVICE,
  /** The services of the stack that stands earlier in the line; without one, all. */
  SERVICE_OF_STACK,
  /** A service, and behind it how many replicas it is to have. */
  SERVICE_TO_SCALE,
  /** Asked for only once the typed word goes beyond a service's name: there are many. */
  TASK,
  NODE,
  SECRET,
  CONFIG,
  /** The revisions of the stack that stands earlier in the line. */
  REVISION,
  /** The docker CLI's contexts. */
  CONTEXT
}
