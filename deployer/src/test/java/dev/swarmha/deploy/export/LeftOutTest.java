package dev.swarmha.deploy.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.ObjectVersion;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.ResourceKind;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class LeftOutTest {

  private static final Mapping WITH_IMAGE =
      Mapping.empty()
          .withAt(DocumentPath.of("TaskTemplate", "ContainerSpec", "Image"), Document.text("web"));

  private final LeftOut leftOut = new LeftOut("shop");

  @Test
  void keepsTheServicesOfAFile() {
    assertThat(leftOut.why(service("shop_web", WITH_IMAGE))).isEmpty();
  }

  @Test
  void tellsWhatNoFileCanName() {
    assertThat(leftOut.why(service("web", WITH_IMAGE)))
        .contains(
            "service web belongs to the stack but has a name that no file can give it; it is left"
                + " out, and a deploy leaves it alone");
  }

  @Test
  void tellsOfPluginsWhichRunNoImage() {
    Mapping plugin =
        Mapping.empty()
            .withAt(DocumentPath.of("TaskTemplate", "PluginSpec", "Name"), Document.text("p"));

    assertThat(leftOut.why(service("shop_plugin", plugin)))
        .contains(
            "service shop_plugin belongs to the stack but runs no image, which no file can ask"
                + " for; it is left out, and a deploy leaves it alone");
  }

  private static Resource service(String name, Mapping spec) {
    return new Resource(
        ResourceKind.SERVICE,
        new ResourceId("id"),
        ObjectVersion.NONE,
        name,
        Instant.EPOCH,
        spec,
        Optional.empty());
  }
}
