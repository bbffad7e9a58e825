package dev.swarmha.deploy.image;

import dev.swarmha.deploy.event.ProgressEvent;
import dev.swarmha.deploy.event.ProgressSink;
import dev.swarmha.deploy.plan.DesiredResource;
import dev.swarmha.deploy.plan.DesiredStack;
import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Sequence;
import dev.swarmha.engine.ImageRegistry;
import dev.swarmha.engine.ImageRegistry.ImageManifest;
import dev.swarmha.engine.ImageRegistry.Platform;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.Snapshot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Adds to every service's image the digest of what its tag names now, and the platforms that it is
 * made for, so that all nodes run the same content (docker/cli {@code client/service_create.go}).
 *
 * <p>Where the registry does not answer and the file still names the image that is deployed, the
 * digest that runs is kept: an unreachable registry must not restart anything. The docker CLI drops
 * it.
 */
public final class ImagePinning {

  /** The label in which {@code docker stack deploy} keeps the image as the file has it. */
  public static final String IMAGE_LABEL = "com.docker.stack.image";

  private static final DocumentPath IMAGE =
      DocumentPath.of("TaskTemplate", "ContainerSpec", "Image");
  private static final DocumentPath PLATFORMS =
      DocumentPath.of("TaskTemplate", "Placement", "Platforms");

  private final ImageRegistry registry;
  private final ProgressSink sink;
  private final Map<String, Optional<ImageManifest>> answers = new HashMap<>();

  public ImagePinning(ImageRegistry registry, ProgressSink sink) {
    this.registry = registry;
    this.sink = sink;
  }

  /** The stack with its images pinned. */
  public DesiredStack pin(DesiredStack desired, Snapshot observed, ResolveImage when) {
    List<DesiredResource> pinned =
        desired.resources().stream().map(each -> pin(each, observed, when)).toList();
    return desired.withResources(pinned);
  }

  private DesiredResource pin(DesiredResource wanted, Snapshot observed, ResolveImage when) {
    Optional<String> image = wanted.spec().at(IMAGE).flatMap(Document::asText);
    if (wanted.ref().kind() != ResourceKind.SERVICE || image.isEmpty()) {
      return wanted;
    }
    Optional<Mapping> deployed =
        observed
            .find(ResourceKind.SERVICE, wanted.ref().name())
            .filter(resource -> sameImageInFile(resource, wanted))
            .map(Resource::spec);
    boolean ask =
        when == ResolveImage.ALWAYS || (when == ResolveImage.CHANGED && deployed.isEmpty());
    Optional<ImageManifest> answer = ask ? ask(image.get()) : Optional.empty();
    if (answer.isPresent()) {
      return withSpec(wanted, pinned(wanted.spec(), image.get(), answer.get()));
    }
    if (deployed.isPresent()) {
      return withSpec(wanted, asDeployed(wanted.spec(), deployed.get()));
    }
    if (ask) {
      sink.on(
          new ProgressEvent.Noted(
              "image "
                  + image.get()
                  + " was not found in its registry, so its digest is not"
                  + " pinned: each node pulls whatever the tag names at that time"));
    }
    return wanted;
  }

  private static boolean sameImageInFile(Resource observed, DesiredResource wanted) {
    Optional<String> inFile = wanted.spec().mapping("Labels").text(IMAGE_LABEL);
    return inFile.isPresent() && inFile.equals(observed.label(IMAGE_LABEL));
  }

  private Optional<ImageManifest> ask(String image) {
    return answers.computeIfAbsent(image, name -> registry.inspect(name, Optional.empty()));
  }

  private static Mapping pinned(Mapping spec, String image, ImageManifest manifest) {
    String reference = image.contains("@") ? image : image + "@" + manifest.digest();
    Mapping named = spec.withAt(IMAGE, Document.text(reference));
    // A platform that the file asks for is narrower than what the image has.
    if (manifest.platforms().isEmpty() || spec.at(PLATFORMS).isPresent()) {
      return named;
    }
    return named.withAt(PLATFORMS, platforms(manifest));
  }

  /** What an image is made for, in the words of a spec. */
  public static Sequence platforms(ImageManifest manifest) {
    return Sequence.of(manifest.platforms().stream().map(ImagePinning::platform).toList());
  }

  private static Mapping platform(Platform platform) {
    Mapping.Builder builder = Mapping.builder();
    // The docker CLI leaves plain "arm" out: images and Engines disagree on its variants.
    if (!platform.architecture().equalsIgnoreCase("arm")) {
      builder.put("Architecture", platform.architecture());
    }
    return builder.put("OS", platform.os()).build();
  }

  private static Mapping asDeployed(Mapping spec, Mapping deployed) {
    Mapping named = deployed.at(IMAGE).map(image -> spec.withAt(IMAGE, image)).orElse(spec);
    return deployed
        .at(PLATFORMS)
        .filter(platforms -> spec.at(PLATFORMS).isEmpty())
        .map(platforms -> named.withAt(PLATFORMS, platforms))
        .orElse(named);
  }

  private static DesiredResource withSpec(DesiredResource wanted, Mapping spec) {
    return new DesiredResource(wanted.ref(), spec, wanted.payload());
  }
}
