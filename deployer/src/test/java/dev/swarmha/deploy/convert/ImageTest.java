package dev.swarmha.deploy.convert;

import static dev.swarmha.deploy.convert.Converted.errors;
import static dev.swarmha.deploy.convert.Converted.spec;
import static dev.swarmha.deploy.convert.Converted.stack;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.deploy.plan.DesiredStack;
import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.ResourceKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageTest {

  @ParameterizedTest
  @CsvSource({
    "nginx, nginx:latest",
    "docker.io/library/nginx, nginx:latest",
    "index.docker.io/foo/bar:1, foo/bar:1",
    "registry:5000/x/y:1, registry:5000/x/y:1",
    "localhost/app, localhost/app:latest",
    "my_host.lan/app:1, my_host.lan/app:1",
    "foo@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa,"
        + " foo@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa,"
        + " aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
  })
  void namesImagesAsTheDockerCliDoes(String written, String sent) {
    DesiredStack stack = stack("services: {web: {image: \"" + written + "\"}}");
    Mapping spec = spec(stack, ResourceKind.SERVICE, "shop_web");

    assertThat(spec.at("TaskTemplate", "ContainerSpec", "Image")).contains(Document.text(sent));
    assertThat(spec.mapping("Labels").text("com.docker.stack.image")).contains(written);
  }

  @Test
  void refusesWhatIsNoImage() {
    assertThat(errors("services: {web: {image: library/Foo}}"))
        .containsExactly(
            "stack.yml:1:25: services.web.image: \"library/Foo\" is not an image reference");
  }

  @Test
  void refusesAServiceWithoutOne() {
    assertThat(errors("services: {web: {user: me}}"))
        .containsExactly("stack.yml:1:17: services.web: \"image\" is missing");
  }
}
