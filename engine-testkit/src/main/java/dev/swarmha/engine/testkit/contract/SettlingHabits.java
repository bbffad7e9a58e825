package dev.swarmha.engine.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.Selector;
import dev.swarmha.engine.WriteOptions;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What an Engine stores can be known again by who sent it, though the answer was lost. */
interface SettlingHabits extends Habits {

  @Test
  default void keepsAServiceSoThatItIsKnownAgain() {
    Resource network = scene().createNetwork("net");
    Resource secret = scene().createData(ResourceKind.SECRET, "password", "one");
    Mapping spec =
        scene()
            .spec("web", scene().images().first())
            .networkNamed(network.name())
            .secret(secret)
            .env("A=1", "B=")
            .hostPort(18999, 8080)
            .replicas(0)
            .update("rollback", Duration.ofSeconds(1))
            .build();

    assertKnownAgain(ResourceKind.SERVICE, spec, WriteOptions.NONE);
  }

  @Test
  default void keepsANetworkSoThatItIsKnownAgain() {
    Mapping spec =
        Mapping.builder()
            .put("Name", scene().name("net"))
            .put("Driver", "overlay")
            .put("Attachable", true)
            .put("Internal", false)
            .put("Labels", scene().labels())
            .build();

    assertKnownAgain(ResourceKind.NETWORK, spec, WriteOptions.NONE);
  }

  @Test
  default void keepsASecretAndAConfigSoThatTheyAreKnownAgain() {
    WriteOptions content = ContractScene.content("hunter2");

    assertKnownAgain(ResourceKind.SECRET, named("password"), content);
    assertKnownAgain(ResourceKind.CONFIG, named("site"), content);
  }

  @Test
  default void showsAnUpdateWhoseAnswerWasLost() {
    Resource web = scene().create(scene().spec("web", scene().images().first()).replicas(0));
    LostAnswers lost = new LostAnswers(scene().connection());
    Mapping labelled =
        web.spec().with("Labels", web.spec().mapping("Labels").with("a", Document.text("b")));

    scene().over(lost).update(web, labelled, WriteOptions.NONE);

    Resource now = scene().now(web);
    assertThat(lost.hasLostOne()).isTrue();
    assertThat(now.label("a")).contains("b");
    scene().over(new LostAnswers(scene().connection())).remove(now);
    assertThat(scene().engine().find(ResourceKind.SERVICE, web.id())).isEmpty();
  }

  private Mapping named(String word) {
    return Mapping.builder()
        .put("Name", scene().name(word))
        .put("Labels", scene().labels())
        .build();
  }

  private void assertKnownAgain(ResourceKind kind, Mapping spec, WriteOptions options) {
    LostAnswers lost = new LostAnswers(scene().connection());

    ResourceId id = scene().over(lost).create(kind, spec, options).id();

    assertThat(lost.hasLostOne()).isTrue();
    assertThat(scene().engine().list(kind, Selector.names(spec.text("Name").orElseThrow())))
        .extracting(Resource::id)
        .containsExactly(id);
  }
}
