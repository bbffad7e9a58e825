package dev.swarmha.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.deploy.LoadStack.StackFiles;
import dev.swarmha.deploy.plan.DesiredStack;
import dev.swarmha.document.Document;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.ResourceRef;
import dev.swarmha.stack.diagnostic.Diagnostic;
import dev.swarmha.stack.diagnostic.Loaded;
import dev.swarmha.stack.dialect.DialectChoice;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LoadStackTest {

  private final Path directory;

  LoadStackTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void readsFilesAllTheWayToWhatTheSwarmShouldHave() throws IOException {
    write("stack.yml", "services: {web: {image: 'web:${VERSION:-1}'}}");

    Loaded<DesiredStack> loaded = load(Map.of("VERSION", "2"), files(true, "stack.yml"));

    assertThat(image(loaded)).isEqualTo("web:2");
    assertThat(loaded.value().orElseThrow().name()).isEqualTo("shop");
  }

  @Test
  void readsStandardInput() throws IOException {
    Loaded<DesiredStack> loaded =
        new LoadStack(Map.of(), directory, input("services: {web: {image: web}}"))
            .run("shop", files(true, "-"));

    assertThat(image(loaded)).isEqualTo("web:latest");
  }

  @Test
  void readsADotEnvBesideTheFirstFileUnlessToldNotTo() throws IOException {
    write("stack.yml", "services: {web: {image: 'web:${VERSION:-1}'}}");
    write(".env", "VERSION=3\n");

    assertThat(image(load(Map.of(), files(true, "stack.yml")))).isEqualTo("web:3");
    assertThat(image(load(Map.of(), files(false, "stack.yml")))).isEqualTo("web:1");
  }

  @Test
  void reportsEveryMistakeWithItsPlace() throws IOException {
    write(
        "stack.yml",
        """
        services:
          web:
            imgae: web:1
            deploy:
              replicas: many
          api:
            image: api:1
            ports:
              - "http:80"
        """);

    Loaded<DesiredStack> loaded = load(Map.of(), files(true, "stack.yml"));

    assertThat(loaded.errors())
        .extracting(Diagnostic::toString)
        .anySatisfy(line -> assertThat(line).startsWith("stack.yml:3:5: services.web.imgae: "))
        .anySatisfy(
            line -> assertThat(line).startsWith("stack.yml:5:17: services.web.deploy.replicas: "))
        .anySatisfy(line -> assertThat(line).startsWith("stack.yml:9:9: services.api.ports.0: "));
  }

  @Test
  void saysWhichFileIsMissing() {
    Loaded<DesiredStack> loaded = load(Map.of(), files(true, "none.yml"));

    assertThat(loaded.errors()).singleElement().asString().contains("none.yml");
  }

  private Loaded<DesiredStack> load(Map<String, String> environment, StackFiles files) {
    return new LoadStack(environment, directory, InputStream.nullInputStream()).run("shop", files);
  }

  private static StackFiles files(boolean dotEnv, String... names) {
    return new StackFiles(List.of(names), List.of(), dotEnv, DialectChoice.AUTO);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(directory.resolve(name), text);
  }

  private static InputStream input(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String image(Loaded<DesiredStack> loaded) {
    return loaded
        .value()
        .orElseThrow(() -> new AssertionError(loaded.diagnostics().toString()))
        .find(new ResourceRef(ResourceKind.SERVICE, "shop_web"))
        .flatMap(web -> web.spec().at("TaskTemplate", "ContainerSpec", "Image"))
        .flatMap(Document::asText)
        .orElseThrow();
  }
}
