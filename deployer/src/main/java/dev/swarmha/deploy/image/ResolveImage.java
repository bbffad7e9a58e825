package dev.swarmha.deploy.image;

/** When to ask the registry which content an image tag names, as in the docker CLI. */
public enum ResolveImage {
  /** On every deploy, so that a moved tag is noticed. */
  ALWAYS,
  /** When the file names another image than the one that was deployed. */
  CHANGED,
  /** Not at all. */
  NEVER
}
