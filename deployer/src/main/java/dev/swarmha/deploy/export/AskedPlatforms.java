package dev.swarmha.deploy.export;

import dev.swarmha.deploy.image.ImagePinning;
import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Sequence;
import dev.swarmha.engine.ImageRegistry;
import java.util.Optional;

/**
 * Which services were told a platform, and which only note those of their images: a spec shows no
 * difference. A deploy asks the registry what an image is made for, so what the registry says need
 * not be in the file.
 */
final class AskedPlatforms {

  private final ImageRegistry registry;

  AskedPlatforms(ImageRegistry registry) {
    this.registry = registry;
  }

  /** A service's entry without a platform that the registry would give it. */
  Mapping only(Mapping entry, Mapping spec) {
    Mapping template = spec.mapping("TaskTemplate");
    Sequence live = template.mapping("Placement").sequence("Platforms");
    Optional<Sequence> ofImage =
        template
            .mapping("ContainerSpec")
            .text("Image")
            .flatMap(image -> registry.inspect(image, Optional.empty()))
            .map(ImagePinning::platforms)
            .filter(platforms -> !platforms.isEmpty());
    boolean asked = ofImage.isPresent() && !ofImage.get().equals((Document) live);
    return asked ? entry : entry.without("platform");
  }
}
