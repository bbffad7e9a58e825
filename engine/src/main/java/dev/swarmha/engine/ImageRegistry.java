package dev.swarmha.engine;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/** Image registries, asked by the Engine on our behalf. */
public interface ImageRegistry {

  /**
   * What the registry holds under an image reference; empty where the Engine cannot tell, for
   * whatever reason: nodes may still be able to pull the image, so this is never an error.
   */
  Optional<ImageManifest> inspect(String reference, Optional<RegistryAuth> auth);

  /**
   * The same for several images at once. Each has an answer, in their order.
   *
   * @param references a few, since where the Engine allows it they are asked for side by side
   */
  default List<Optional<ImageManifest>> inspectAll(
      List<String> references, RegistryCredentials credentials) {
    return references.stream()
        .map(reference -> inspect(reference, credentials.forImage(reference)))
        .toList();
  }

  /** The same with no other credentials than those that are sent with every image. */
  default List<Optional<ImageManifest>> inspectAll(List<String> references) {
    return inspectAll(references, RegistryCredentials.NONE);
  }

  /** An image's content digest, such as {@code sha256:…}, and the platforms that it is made for. */
  record ImageManifest(String digest, List<Platform> platforms) {
    public ImageManifest {
      requireNonNull(digest, "digest");
      platforms = List.copyOf(platforms);
    }
  }

  /** A platform in the words of image manifests. */
  record Platform(String architecture, String os) {
    public Platform {
      requireNonNull(architecture, "architecture");
      requireNonNull(os, "os");
    }
  }
}
