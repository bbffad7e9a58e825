package dev.swarmha.engine.docker.credential;

import java.util.Locale;

/** The name under which the docker CLI keeps the credentials of an image's registry. */
record RegistryKey(String text) {

  /** Docker Hub's, which is an address for reasons of history. */
  private static final String DOCKER_HUB = "https://index.docker.io/v1/";

  /**
   * By the rules for image references (distribution {@code reference/normalize.go}): the first part
   * is a registry if it looks like one, and all other images are Docker Hub's.
   */
  static RegistryKey ofImage(String image) {
    int slash = image.indexOf('/');
    String first = slash < 0 ? "" : image.substring(0, slash);
    boolean isRegistry =
        first.contains(".")
            || first.contains(":")
            || first.equals("localhost")
            || !first.equals(first.toLowerCase(Locale.ROOT));
    boolean isDockerHub = first.equals("docker.io") || first.equals("index.docker.io");
    return new RegistryKey(isRegistry && !isDockerHub ? first : DOCKER_HUB);
  }

  /** Whether an entry of an old config file, which may be an address, means this registry. */
  boolean isHostOf(String entry) {
    String host = entry.replaceFirst("^https?://", "");
    int slash = host.indexOf('/');
    return text.equals(slash < 0 ? host : host.substring(0, slash));
  }

  @Override
  public String toString() {
    return text;
  }
}
