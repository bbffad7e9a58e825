package dev.swarmha.engine;

/** The Engine's version index of an object; an update that names an old one is refused. */
public record ObjectVersion(long index) {

  /** For kinds that the Engine does not version, such as networks. */
  public static final ObjectVersion NONE = new ObjectVersion(0);
}
