package dev.swarmha.deploy.image;

import static dev.swarmha.deploy.StackBuilder.stack;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.deploy.DeployRequest;
import dev.swarmha.deploy.DeployStack;
import dev.swarmha.deploy.StackBuilder;
import dev.swarmha.deploy.World;
import dev.swarmha.deploy.event.ProgressEvent;
import dev.swarmha.deploy.event.ProgressSink;
import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.ImageRegistry;
import dev.swarmha.engine.ImageRegistry.ImageManifest;
import dev.swarmha.engine.ImageRegistry.Platform;
import dev.swarmha.engine.RegistryAuth;
import dev.swarmha.engine.RegistryCredentials;
import dev.swarmha.engine.Snapshot;
import dev.swarmha.engine.Snapshot.ExternalNames;
import dev.swarmha.engine.testkit.InMemorySwarm;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ImagePinningTest {

  private static final ImageManifest MANIFEST =
      new ImageManifest(
          "sha256:new", List.of(new Platform("amd64", "linux"), new Platform("arm", "linux")));
  private static final ImageRegistry SILENT = (image, auth) -> Optional.empty();

  private final InMemorySwarm swarm = InMemorySwarm.withNodes("n1");
  private final List<ProgressEvent> events = new ArrayList<>();
  private final List<String> asked = new ArrayList<>();
  private final ImageRegistry answering =
      (image, auth) -> {
        asked.add(image);
        return Optional.of(MANIFEST);
      };

  @Test
  void addsTheDigestAndThePlatforms() {
    Mapping spec = pin(answering, stack("shop").service("web", "web:1"), ResolveImage.ALWAYS);

    assertThat(image(spec)).isEqualTo("web:1@sha256:new");
    assertThat(spec.at("TaskTemplate", "Placement", "Platforms").orElseThrow().toString())
        .isEqualTo("[{Architecture=amd64, OS=linux}, {OS=linux}]");
  }

  @Test
  void keepsADigestThatTheFileNames() {
    Mapping spec =
        pin(answering, stack("shop").service("web", "web@sha256:old"), ResolveImage.ALWAYS);

    assertThat(image(spec)).isEqualTo("web@sha256:old");
  }

  @Test
  void asksOnceForAnImageOfSeveralServices() {
    pin(
        answering,
        stack("shop").service("web", "web:1").service("worker", "web:1"),
        ResolveImage.ALWAYS);

    assertThat(asked).containsExactly("web:1");
  }

  @Test
  void asksForAFewImagesAtOnceAndForEachOnce() {
    List<List<String>> together = new ArrayList<>();
    ImageRegistry registry =
        new ImageRegistry() {
          @Override
          public Optional<ImageManifest> inspect(String image, Optional<RegistryAuth> auth) {
            throw new AssertionError("asked for alone: " + image);
          }

          @Override
          public List<Optional<ImageManifest>> inspectAll(
              List<String> images, RegistryCredentials credentials) {
            together.add(List.copyOf(images));
            return Collections.nCopies(images.size(), Optional.of(MANIFEST));
          }
        };
    StackBuilder file = stack("shop").service("web", "web:1").service("worker", "web:1");
    IntStream.rangeClosed(1, 9).forEach(n -> file.service("s" + n, "image:" + n));

    Mapping spec = pin(registry, file, ResolveImage.ALWAYS);

    assertThat(image(spec)).startsWith("web:1@");
    assertThat(together).extracting(List::size).containsExactly(8, 2);
  }

  @Test
  void keepsTheDigestThatRunsWhenTheRegistryIsSilent() {
    deploy(stack("shop").service("web", "web:1"));
    String deployed = swarm.service("shop_web").pinnedImage();

    Mapping spec = pin(SILENT, stack("shop").service("web", "web:1"), ResolveImage.ALWAYS);

    assertThat(image(spec)).isEqualTo(deployed).contains("@sha256:");
    assertThat(events).isEmpty();
  }

  @Test
  void leavesANewImageUnpinnedAndSaysSoWhenTheRegistryIsSilent() {
    deploy(stack("shop").service("web", "web:1"));

    Mapping spec = pin(SILENT, stack("shop").service("web", "web:2"), ResolveImage.ALWAYS);

    assertThat(image(spec)).isEqualTo("web:2");
    assertThat(events)
        .singleElement()
        .isInstanceOfSatisfying(
            ProgressEvent.Noted.class,
            noted -> assertThat(noted.message()).contains("web:2").contains("not pinned"));
  }

  @Test
  void asksForChangedImagesOnlyWhenToldTo() {
    deploy(stack("shop").service("web", "web:1").service("api", "api:1"));

    pin(
        answering,
        stack("shop").service("web", "web:1").service("api", "api:2"),
        ResolveImage.CHANGED);

    assertThat(asked).containsExactly("api:2");
  }

  @Test
  void neverAsksWhenToldNotTo() {
    Mapping spec = pin(answering, stack("shop").service("web", "web:1"), ResolveImage.NEVER);

    assertThat(image(spec)).isEqualTo("web:1");
    assertThat(asked).isEmpty();
    assertThat(events).isEmpty();
  }

  private Mapping pin(ImageRegistry registry, StackBuilder file, ResolveImage when) {
    Snapshot observed =
        Snapshot.ofStack(swarm.connection().swarm(), swarm.timeline(), "shop", ExternalNames.NONE);
    return new ImagePinning(registry, events::add)
        .pin(file.build(), observed, when).resources().stream()
            .filter(resource -> resource.ref().name().equals("shop_web"))
            .findFirst()
            .orElseThrow()
            .spec();
  }

  private static String image(Mapping spec) {
    return spec.at("TaskTemplate", "ContainerSpec", "Image")
        .flatMap(Document::asText)
        .orElseThrow();
  }

  private void deploy(StackBuilder file) {
    World world =
        new World(swarm.connection(), swarm.prober(), swarm.timeline(), ProgressSink.NONE);
    new DeployStack(world).run(DeployRequest.of(file.build()));
  }
}
