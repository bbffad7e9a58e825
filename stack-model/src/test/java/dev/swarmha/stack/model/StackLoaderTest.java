package dev.swarmha.stack.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.document.Document;
import dev.swarmha.stack.diagnostic.Loaded;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StackLoaderTest {

  @Test
  void loadsEverythingThatAWebApplicationHas() throws IOException {
    Loaded<Stack> loaded = StackText.load(Map.of("WEB_VERSION", "2"), everything());

    assertThat(loaded.diagnostics()).isEmpty();
    Stack stack = loaded.value().orElseThrow();
    assertThat(stack.services()).containsOnlyKeys("cache", "db", "web");
    assertThat(stack.secrets().values()).isNotEmpty().allMatch(StackFile::external);
    assertThat(stack.networks().values()).isNotEmpty().allMatch(StackNetwork::attachable);
    assertThat(stack.health())
        .containsExactly(
            new HealthUrl(
                "http://localhost:8080/health",
                new Expectation(
                    Optional.of("200-299"),
                    Optional.of("ok"),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(30),
                    Optional.of(Duration.ofSeconds(2)),
                    Optional.of(Duration.ofSeconds(5)))));
  }

  @Test
  void bindsAServiceWithItsDefaultsFromAnAnchor() throws IOException {
    StackService web = everythingLoaded().service("web").orElseThrow();

    assertThat(web.image()).isEqualTo("swarmha/web:1");
    assertThat(web.process().stopGracePeriod()).contains(Duration.ofSeconds(20));
    assertThat(web.process().environment())
        .containsEntry("GREETING", Optional.of("hello"))
        .containsEntry("WORKERS", Optional.of("4"));
    assertThat(web.logging().orElseThrow().options()).containsEntry("max-file", "3");
    assertThat(web.attachments().networks())
        .containsExactly(new NetworkUse("backend", List.of("www"), Map.of()));
    assertThat(web.attachments().ports())
        .containsExactly(
            new Port(
                3000, Optional.of(8080), Optional.empty(), Optional.of("host"), Optional.empty()));
    assertThat(web.dependsOn())
        .containsExactly(Dependency.onStartOf("db"), Dependency.onStartOf("cache"));
    assertThat(web.availability().minAvailable()).contains(2L);
    assertThat(web.availability().health()).extracting(HealthPort::port).containsExactly(8080);
  }

  @Test
  void bindsHowAServiceIsDeployed() throws IOException {
    Deploy deploy = everythingLoaded().service("web").orElseThrow().deploy();

    assertThat(deploy.mode()).isEqualTo("replicated");
    assertThat(deploy.replicas()).contains(3L);
    assertThat(deploy.update().orElseThrow().order()).contains("start-first");
    assertThat(deploy.rollback().orElseThrow().parallelism()).contains(0L);
    assertThat(deploy.limits().orElseThrow().cpus().orElseThrow().nanos()).isEqualTo(500_000_000L);
    assertThat(deploy.reservations().orElseThrow().memory().orElseThrow().bytes())
        .isEqualTo(32L * 1024 * 1024);
    assertThat(deploy.placement())
        .isEqualTo(
            new Placement(
                List.of("node.role == worker"),
                List.of("node.labels.zone"),
                Optional.of(1L),
                Optional.empty()));
  }

  @Test
  void rendersTheLongForm() throws IOException {
    Document rendered = everythingLoaded().rendered();

    assertThat(rendered.at("services", "web", "image")).contains(Document.text("swarmha/web:1"));
    assertThat(rendered.at("services", "cache", "command"))
        .contains(Document.texts(List.of("redis-server", "--save", "")));
  }

  @Test
  void loadsItsOwnRenderingToTheSameStack() throws IOException {
    Stack stack = everythingLoaded();

    assertThat(StackText.load(JsonText.of(stack.rendered())).value().orElseThrow().rendered())
        .isEqualTo(stack.rendered());
  }

  private static Stack everythingLoaded() throws IOException {
    return StackText.load(everything()).value().orElseThrow();
  }

  private static String everything() throws IOException {
    try (InputStream text = StackLoaderTest.class.getResourceAsStream("everything.yml")) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
