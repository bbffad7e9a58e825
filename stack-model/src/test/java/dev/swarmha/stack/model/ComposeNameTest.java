package dev.swarmha.stack.model;

import static dev.swarmha.stack.model.ComposeFiles.web;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code name} and {@code version}; these stacks are deployed under the name {@code shop}. */
class ComposeNameTest extends ComposeScene {

  private static final String WEB = "services: {web: {image: 'app:${COMPOSE_PROJECT_NAME}'}}\n";

  ComposeNameTest(@TempDir Path directory) {
    super(directory);
  }

  @Test
  void theNameOfTheCommandLineCounts() throws IOException {
    files.write("a.yml", "name: other\n" + WEB);

    assertThat(web(files.tree("a.yml"), "image")).isEqualTo("app:shop");
    assertThat(files.tree("a.yml").has("name")).isFalse();
    assertThat(files.lines(files.load("a.yml").warnings()))
        .containsExactly(
            "a.yml:1:7: name: ignored: the stack is called \"shop\", as the command line says");
  }

  @Test
  void theSameNameIsNoReasonForAWarning() throws IOException {
    files.write("a.yml", "name: shop\n" + WEB);

    assertThat(files.load("a.yml").diagnostics()).isEmpty();
  }

  @Test
  void theVersionIsIgnoredWhateverItIs() throws IOException {
    files.write("a.yml", "version: '2.4'\n" + WEB);

    assertThat(files.lines(files.load("a.yml").warnings()))
        .containsExactly(
            "a.yml:1:1: version: ignored: the compose specification has one version only");
  }
}
