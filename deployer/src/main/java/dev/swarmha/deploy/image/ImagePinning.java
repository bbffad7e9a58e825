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

  /** How many images are asked for at once. */
  private static final int AT_ONCE = 8;

  private final ImageRegistry registry;
  private final ProgressSink sink;
  private final Map<String, Optional<ImageManifest>> answers = new HashMap<>();

  public ImagePinning(ImageRegistry registry, ProgressSink sink) {
    this.registry = registry;
    this.sink = sink;
  }

  /** The stack with its images pinned. */
  public DesiredStack pin(DesiredStack desired, Snapshot observed, ResolveImage when) {
    ask(
        desired.resources().stream()
            .filter(each -> isAskedFor(each, observed, when))
            .flatMap(each -> image(each).stream())
            .filter(image -> !answers.containsKey(image))
            .distinct()
            .toList());
    List<DesiredResource> pinned =
        desired.resources().stream().map(each -> pin(each, observed, when)).toList();
    return desired.withResources(pinned);
  }

  /** A few at once, so that a stack of many images does not wait for its registry many times. */
  private void ask(List<String> images) {
    for (int from = 0; from < images.size(); from += AT_ONCE) {
      List<String> some = images.subList(from, Math.min(from + AT_ONCE, images.size()));
      List<Optional<ImageManifest>> found = registry.inspectAll(some);
      for (int i = 0; i < some.size(); i++) {
        answers.put(some.get(i), found.get(i));
      }
    }
  }

  /** The image of a service. */
  private static Optional<String> image(DesiredResource wanted) {
    return Optional.of(wanted)
        .filter(each -> each.ref().kind() == ResourceKind.SERVICE)
        .flatMap(each -> each.spec().at(IMAGE))
        .flatMap(Document::asText);
  }

  private static boolean isAskedFor(DesiredResource wanted, Snapshot observed, ResolveImage when) {
    return when == ResolveImage.ALWAYS
        || (when == ResolveImage.CHANGED && deployed(wanted, observed).isEmpty());
  }

  /** The service's spec as it is, if the file still names the same image. */
  private static Optional<Mapping> deployed(DesiredResource wanted, Snapshot observed) {
    return observed
        .find(ResourceKind.SERVICE, wanted.ref().name())
        .filter(resource -> sameImageInFile(resource, wanted))
        .map(Resource::spec);
  }

  private DesiredResource pin(DesiredResource wanted, Snapshot observed, ResolveImage when) {
    Optional<String> image = image(wanted);
    if (image.isEmpty()) {
      return wanted;
    }
    Optional<Mapping> deployed = deployed(wanted, observed);
    boolean ask = isAskedFor(wanted, observed, when);
    Optional<ImageManifest> answer =
        ask ? answers.getOrDefault(image.get(), Optional.empty()) : Optional.empty();
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
