package dev.swarmha.deploy.rotate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.deploy.plan.DesiredResource;
import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.Payload;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.ResourceRef;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ContentNameTest {

  /** Other digests would rotate every secret and config of every stack once more. */
  @Test
  void isTheSameOnEveryMachineAndInEveryVersion() {
    assertThat(name(ResourceKind.SECRET, "shop_password", "hunter2"))
        .isEqualTo("shop_password-afa0b1e881");
    assertThat(name(ResourceKind.CONFIG, "shop_site", "hello")).isEqualTo("shop_site-080cebae36");
  }

  @Test
  void differsByContentByNameAndByStack() {
    String name = name(ResourceKind.CONFIG, "site", "hello");

    assertThat(name(ResourceKind.CONFIG, "site", "hello!")).isNotEqualTo(name);
    assertThat(digest(name(ResourceKind.CONFIG, "page", "hello"))).isNotEqualTo(digest(name));
    assertThat(ContentName.of("other", file(ResourceKind.CONFIG, "site"), payload("hello")))
        .isNotEqualTo(name);
  }

  @Test
  void differsByTemplateDriverWhichSwarmCannotChange() {
    Mapping golang = Mapping.of("Name", Document.text("golang"));
    DesiredResource plain = file(ResourceKind.CONFIG, "site");
    DesiredResource templated =
        new DesiredResource(plain.ref(), plain.spec().with("Templating", golang), Optional.empty());

    assertThat(ContentName.of("shop", templated, payload("hello")))
        .isNotEqualTo(name(ResourceKind.CONFIG, "site", "hello"));
  }

  @Test
  void fitsIntoTheLimitOfTheEngineHoweverLongTheNameIs() {
    String longest = "x".repeat(63);

    String one = name(ResourceKind.CONFIG, longest + "1", "hello");
    String two = name(ResourceKind.CONFIG, longest + "2", "hello");

    assertThat(one).hasSize(64).startsWith("x".repeat(53) + "-").isNotEqualTo(two);
  }

  private static String digest(String name) {
    return name.substring(name.lastIndexOf('-'));
  }

  private static String name(ResourceKind kind, String name, String content) {
    return ContentName.of("shop", file(kind, name), payload(content));
  }

  private static DesiredResource file(ResourceKind kind, String name) {
    return DesiredResource.of(new ResourceRef(kind, name), Mapping.of("Name", Document.text(name)));
  }

  private static Payload payload(String content) {
    return Payload.of(content.getBytes(StandardCharsets.UTF_8));
  }
}
