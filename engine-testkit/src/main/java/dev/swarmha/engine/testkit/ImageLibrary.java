package dev.swarmha.engine.testkit;

import dev.swarmha.engine.testkit.node.ImageBehaviour;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The images of the world, by name and tag. An image is the same one whether it is named with its
 * digest, without its tag, or with Docker Hub's full name.
 */
final class ImageLibrary {

  private final Map<String, ImageBehaviour> behaviours = new HashMap<>();

  ImageBehaviour behaviour(String reference) {
    return behaviours.getOrDefault(name(reference), ImageBehaviour.HEALTHY);
  }

  void change(String reference, UnaryOperator<ImageBehaviour> change) {
    behaviours.put(name(reference), change.apply(behaviour(reference)));
  }

  /** The short name with a tag: {@code web:2} for {@code docker.io/library/web:2@sha256:…}. */
  static String name(String reference) {
    String name = withoutDigest(reference);
    for (String prefix : new String[] {"index.docker.io/", "docker.io/", "library/"}) {
      if (name.startsWith(prefix)) {
        name = name.substring(prefix.length());
      }
    }
    boolean tagged = name.indexOf(':', name.lastIndexOf('/') + 1) >= 0;
    return tagged ? name : name + ":latest";
  }

  static String withoutDigest(String reference) {
    int digest = reference.indexOf('@');
    return digest < 0 ? reference : reference.substring(0, digest);
  }
}
