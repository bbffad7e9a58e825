package dev.swarmha.engine.docker.wire;

import static dev.swarmha.engine.docker.wire.Values.text;

import dev.swarmha.document.Mapping;
import dev.swarmha.engine.ImageRegistry.ImageManifest;
import dev.swarmha.engine.ImageRegistry.Platform;
import java.util.List;
import java.util.Optional;

/** Reads what a registry holds under a reference. */
public final class ManifestReader {

  private ManifestReader() {}

  /** Empty where the answer names no digest. */
  public static Optional<ImageManifest> read(Mapping answer) {
    String digest = text(answer, "Descriptor", "digest");
    if (digest.isEmpty()) {
      return Optional.empty();
    }
    List<Platform> platforms =
        answer
            .sequence("Platforms")
            .mappings()
            .map(platform -> new Platform(text(platform, "architecture"), text(platform, "os")))
            .toList();
    return Optional.of(new ImageManifest(digest, platforms));
  }
}
