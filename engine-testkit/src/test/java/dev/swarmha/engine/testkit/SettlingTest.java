package dev.swarmha.engine.testkit;

import static dev.swarmha.engine.testkit.ServiceSpecBuilder.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.EngineUnreachableException;
import dev.swarmha.engine.NameTakenException;
import dev.swarmha.engine.NotFoundException;
import dev.swarmha.engine.Payload;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.Selector;
import dev.swarmha.engine.StaleVersionException;
import dev.swarmha.engine.SwarmEngine;
import dev.swarmha.engine.WriteOptions;
import dev.swarmha.engine.failover.FailoverConnection;
import dev.swarmha.engine.failover.Manager;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Writes whose answers, or which themselves, are lost on the way. */
class SettlingTest {

  private static final Mapping WEB = service("web", "web:1").build();
  private static final Mapping WEB_2 = service("web", "web:2").build();

  private final InMemorySwarm swarm = InMemorySwarm.withNodes("n1", "n2");
  private final SwarmEngine engine =
      FailoverConnection.over(
              List.of(new Manager("tcp://n1:2375", swarm.connection())), swarm.timeline())
          .swarm();

  @Test
  void findsWhatItHasCreatedWhenTheAnswerIsLost() {
    swarm.loseNextAnswer("create");

    ResourceId id = create(WEB);

    assertThat(id).isEqualTo(swarm.service("web").resource().id());
    assertThat(swarm.calls().count("create")).isEqualTo(1);
  }

  @Test
  void createsAgainWhatAReadShowsNotToBeThere() {
    swarm.loseNextRequest("create");

    ResourceId id = create(WEB);

    assertThat(id).isEqualTo(swarm.service("web").resource().id());
    assertThat(swarm.calls().texts())
        .containsExactly("create service web", "list service", "create service web");
  }

  @Test
  void takesNobodyElsesObjectForItsOwn() {
    swarm.loseNextRequest("create");
    swarm.beforeNextCall("list", () -> other().create(ResourceKind.SERVICE, WEB_2, NONE));

    assertThatThrownBy(() -> create(WEB))
        .isInstanceOf(NameTakenException.class)
        .hasMessage(
            "cannot create service web: somebody else has made another one of this name meanwhile");
    assertThat(swarm.service("web").image()).isEqualTo("web:2");
  }

  @Test
  void saysThatANameIsTakenWhereNothingWasLost() {
    create(WEB);
    swarm.calls().clear();

    assertThatThrownBy(() -> create(WEB)).isInstanceOf(NameTakenException.class);
    assertThat(swarm.calls().count()).isEqualTo(1);
  }

  @Test
  void recognisesASecretByItsContent() {
    swarm.loseNextAnswer("create");

    createSecret("hunter2");

    assertThat(swarm.payload(ResourceKind.SECRET, "password")).isEqualTo(payload("hunter2"));
    assertThat(swarm.calls().count("create")).isEqualTo(1);
  }

  @Test
  void takesNobodyElsesSecretForItsOwn() {
    swarm.loseNextRequest("create");
    swarm.beforeNextCall(
        "list",
        () ->
            other()
                .create(
                    ResourceKind.SECRET, secret(), WriteOptions.of(payload("somebody else's"))));

    assertThatThrownBy(() -> createSecret("hunter2")).isInstanceOf(NameTakenException.class);
    assertThat(swarm.payload(ResourceKind.SECRET, "password"))
        .isEqualTo(payload("somebody else's"));
  }

  @Test
  void takesNobodyElsesConfigForItsOwn() {
    swarm.loseNextRequest("create");
    swarm.beforeNextCall(
        "list",
        () -> other().create(ResourceKind.CONFIG, secret(), WriteOptions.of(payload("theirs"))));

    assertThatThrownBy(
            () -> engine.create(ResourceKind.CONFIG, secret(), WriteOptions.of(payload("ours"))))
        .isInstanceOf(NameTakenException.class);
  }

  @Test
  void doesNotUpdateTwiceWhenTheAnswerIsLost() {
    Resource web = created();
    swarm.loseNextAnswer("update");

    engine.update(web, WEB_2, NONE);

    assertThat(swarm.service("web").image()).isEqualTo("web:2");
    assertThat(swarm.calls().count("update")).isEqualTo(1);
  }

  @Test
  void updatesAgainWhenTheRequestWasLost() {
    Resource web = created();
    swarm.loseNextRequest("update");

    engine.update(web, WEB_2, NONE);

    assertThat(swarm.service("web").image()).isEqualTo("web:2");
    assertThat(swarm.calls().count("update")).isEqualTo(2);
  }

  @Test
  void updatesAgainFromANewReadWhenOnlyTheVersionHasMoved() {
    Resource web = created();
    swarm.loseNextRequest("update");
    swarm.beforeNextCall("find", () -> other().update(web, web.spec(), NONE));

    engine.update(web, WEB_2, NONE);

    assertThat(swarm.service("web").image()).isEqualTo("web:2");
  }

  @Test
  void overwritesNobodyWhoWasThereFirst() {
    Resource web = created();
    swarm.loseNextRequest("update");
    swarm.beforeNextCall("find", () -> other().update(web, service("web", "web:3").build(), NONE));

    assertThatThrownBy(() -> engine.update(web, WEB_2, NONE))
        .isInstanceOf(StaleVersionException.class)
        .hasMessage("cannot update service web: somebody else has changed it");
    assertThat(swarm.service("web").image()).isEqualTo("web:3");
  }

  @Test
  void saysThatWhatItUpdatedIsGone() {
    Resource web = created();
    swarm.loseNextAnswer("update");
    swarm.beforeNextCall("find", () -> other().remove(web));

    assertThatThrownBy(() -> engine.update(web, WEB_2, NONE)).isInstanceOf(NotFoundException.class);
  }

  @Test
  void removesAndReadsWhetherItIsGone() {
    Resource web = created();
    swarm.loseNextAnswer("remove");

    engine.remove(web);

    assertThat(swarm.names(ResourceKind.SERVICE)).isEmpty();
    assertThat(swarm.calls().count("remove")).isEqualTo(1);
  }

  @Test
  void removesAgainWhatIsStillThere() {
    Resource web = created();
    swarm.loseNextRequest("remove");

    engine.remove(web);

    assertThat(swarm.names(ResourceKind.SERVICE)).isEmpty();
  }

  @Test
  void givesUpAfterAFewRounds() {
    for (int i = 0; i < 5; i++) {
      swarm.loseNextRequest("create");
    }

    assertThatThrownBy(() -> create(WEB))
        .isInstanceOf(EngineUnreachableException.class)
        .hasMessageContaining("broke off");
    assertThat(swarm.calls().count("create")).isEqualTo(3);
  }

  @Test
  void saysThatItCouldNotFindOut() {
    create(service("other", "web:1").build());
    swarm.loseNextAnswer("create");
    swarm.beforeNextCall("list", () -> swarm.engineUnreachableFor(Duration.ofMinutes(5)));

    assertThatThrownBy(() -> create(WEB))
        .isInstanceOf(EngineUnreachableException.class)
        .hasMessageContaining("broke off before it answered; it could not be found out: ")
        .matches(failure -> ((EngineUnreachableException) failure).mayHaveTakenEffect());
  }

  private static final WriteOptions NONE = WriteOptions.NONE;

  private ResourceId create(Mapping spec) {
    return engine.create(ResourceKind.SERVICE, spec, NONE).id();
  }

  private Resource created() {
    create(WEB);
    swarm.calls().clear();
    return engine.list(ResourceKind.SERVICE, Selector.names("web")).get(0);
  }

  private void createSecret(String content) {
    engine.create(ResourceKind.SECRET, secret(), WriteOptions.of(payload(content)));
  }

  private static Mapping secret() {
    return Mapping.of("Name", Document.text("password"));
  }

  private static Payload payload(String content) {
    return Payload.of(content.getBytes(StandardCharsets.UTF_8));
  }

  /** Somebody else at the same swarm. */
  private SwarmEngine other() {
    return swarm.connection().swarm();
  }
}
