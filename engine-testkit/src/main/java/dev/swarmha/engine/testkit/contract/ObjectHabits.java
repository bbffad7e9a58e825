package dev.swarmha.engine.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.EngineRefusedException;
import dev.swarmha.engine.InUseException;
import dev.swarmha.engine.NameTakenException;
import dev.swarmha.engine.NotFoundException;
import dev.swarmha.engine.OtherContentException;
import dev.swarmha.engine.Payload;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.Selector;
import dev.swarmha.engine.StaleVersionException;
import dev.swarmha.engine.Task;
import dev.swarmha.engine.WriteOptions;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How an Engine keeps objects: names, labels, versions, and which may not go while needed. */
interface ObjectHabits extends Habits {

  @Test
  default void findsObjectsByExactNameAndByLabel() {
    Resource secret = scene().createData(ResourceKind.SECRET, "password", "one");
    Resource longer = scene().createData(ResourceKind.SECRET, "password_2", "two");

    assertThat(scene().engine().list(ResourceKind.SECRET, Selector.names(secret.name())))
        .containsExactly(secret);
    assertThat(scene().engine().list(ResourceKind.SECRET, scene().mine()))
        .containsExactly(secret, longer);
    assertThat(scene().engine().list(ResourceKind.SECRET, Selector.label("no.such", "label")))
        .isEmpty();
  }

  @Test
  default void neverShowsTheContentOfSecrets() {
    Resource secret = scene().createData(ResourceKind.SECRET, "password", "s3cr3t");

    assertThat(secret.spec().has("Data")).isFalse();
  }

  @Test
  default void showsTheContentOfConfigs() {
    Resource config = scene().createData(ResourceKind.CONFIG, "site", "hello");

    assertThat(config.spec().text("Data")).contains("aGVsbG8=");
  }

  @Test
  default void keepsConfigsOfLessThanAThousandKibibytes() {
    String most = "x".repeat(1_023_999);
    Resource config = scene().createData(ResourceKind.CONFIG, "site", most);

    assertThat(config.spec().text("Data").orElseThrow())
        .isEqualTo(Base64.getEncoder().encodeToString(most.getBytes(StandardCharsets.UTF_8)));
    assertThatThrownBy(() -> scene().createData(ResourceKind.CONFIG, "more", most + "x"))
        .isInstanceOf(EngineRefusedException.class)
        .hasMessageContaining("config data must be larger than 0 and less than 1024000 bytes");
  }

  @Test
  default void refusesANameThatIsTaken() {
    Resource secret = scene().createData(ResourceKind.SECRET, "password", "one");
    Resource network = scene().createNetwork("net");

    assertThatThrownBy(() -> scene().createData(ResourceKind.SECRET, "password", "two"))
        .isInstanceOf(NameTakenException.class)
        .hasMessageContaining(secret.name());
    assertThatThrownBy(() -> scene().createNetwork("net"))
        .isInstanceOf(NameTakenException.class)
        .hasMessageContaining(network.name());
  }

  @Test
  default void changesTheLabelsOfASecretButNotItsContent() {
    Resource secret = scene().createData(ResourceKind.SECRET, "password", "one");
    Mapping relabelled =
        secret.spec().withAt(DocumentPath.of("Labels", "colour"), Document.text("blue"));

    scene().engine().update(secret, relabelled, WriteOptions.NONE);

    Resource changed = scene().now(secret);
    assertThat(changed.label("colour")).contains("blue");
    assertThat(changed.version()).isNotEqualTo(secret.version());
    WriteOptions other = WriteOptions.of(Payload.of(new byte[] {1}));
    assertThatThrownBy(() -> scene().engine().update(changed, relabelled, other))
        .isInstanceOf(OtherContentException.class)
        .hasMessageContaining("only updates to Labels are allowed");
    assertThat(scene().now(secret)).isEqualTo(changed);
  }

  @Test
  default void takesTheContentOfASecretAgainAndLeavesItsTasksAlone() throws InterruptedException {
    Resource stored = scene().createData(ResourceKind.SECRET, "password", "one");
    Resource web = scene().create(scene().spec("web", scene().images().first()).secret(stored));
    scene().awaitRunning(web, 1);
    List<ResourceId> tasks = scene().tasks(web).stream().map(Task::id).toList();
    WriteOptions same = WriteOptions.of(Payload.of("one".getBytes(StandardCharsets.UTF_8)));

    scene().engine().update(stored, stored.spec(), same);
    scene().letSomeTimePass();

    assertThat(scene().now(stored).spec()).isEqualTo(stored.spec());
    assertThat(scene().now(stored).version()).isNotEqualTo(stored.version());
    assertThat(scene().running(web)).hasSize(1);
    assertThat(scene().tasks(web)).extracting(Task::id).isEqualTo(tasks);
  }

  @Test
  default void ignoresOtherTemplatingInAnUpdateOfAConfig() {
    Resource config = scene().createData(ResourceKind.CONFIG, "site", "hello");
    Mapping templated =
        config.spec().with("Templating", Mapping.of("Name", Document.text("golang")));

    scene().engine().update(config, templated, WriteOptions.NONE);

    assertThat(scene().now(config).spec()).isEqualTo(config.spec());
  }

  @Test
  default void refusesAnUpdateOfAVersionThatIsNoLongerTheNewest() {
    Resource secret = scene().createData(ResourceKind.SECRET, "password", "one");
    scene().engine().update(secret, secret.spec(), WriteOptions.NONE);

    assertThatThrownBy(() -> scene().engine().update(secret, secret.spec(), WriteOptions.NONE))
        .isInstanceOf(StaleVersionException.class);
  }

  @Test
  default void countsTheRemovalOfWhatIsGoneAsDone() {
    Resource secret = scene().createData(ResourceKind.SECRET, "password", "one");

    scene().engine().remove(secret);
    scene().engine().remove(secret);

    assertThat(scene().engine().list(ResourceKind.SECRET, scene().mine())).isEmpty();
    assertThatThrownBy(() -> scene().engine().update(secret, secret.spec(), WriteOptions.NONE))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  default void keepsASecretThatAServiceUses() {
    Resource secret = scene().createData(ResourceKind.SECRET, "password", "one");
    scene().create(scene().spec("web", scene().images().first()).secret(secret));

    assertThatThrownBy(() -> scene().engine().remove(secret))
        .isInstanceOf(InUseException.class)
        .hasMessageContaining(secret.name())
        .hasMessageContaining(scene().name("web"));
  }

  @Test
  default void keepsANetworkThatAServiceUses() {
    Resource network = scene().createNetwork("net");
    scene().create(scene().spec("web", scene().images().first()).network(network));

    assertThatThrownBy(() -> scene().engine().remove(network)).isInstanceOf(InUseException.class);
  }

  @Test
  default void listsNetworksOfTheSwarmOnly() {
    assertThat(scene().engine().list(ResourceKind.NETWORK, Selector.all()))
        .extracting(Resource::name)
        .contains("ingress")
        .doesNotContain("bridge", "host", "none");
  }

  /** As the docker CLI does for services with {@code --network host}. */
  @Test
  default void knowsTheNetworkOfEachNodeByAnIdThatNoListShows() {
    Resource service =
        scene().create(scene().spec("web", scene().images().first()).networkNamed("host"));

    String target =
        service
            .spec()
            .mapping("TaskTemplate")
            .sequence("Networks")
            .mappings()
            .findFirst()
            .flatMap(network -> network.text("Target"))
            .orElseThrow();
    assertThat(scene().engine().find(ResourceKind.NETWORK, new ResourceId(target)))
        .hasValueSatisfying(network -> assertThat(network.name()).isEqualTo("host"));
    assertThat(scene().engine().list(ResourceKind.NETWORK, Selector.all()))
        .extracting(network -> network.id().value())
        .doesNotContain(target);
  }

  @Test
  default void findsNothingByTheIdOfWhatIsGone() {
    Resource config = scene().createData(ResourceKind.CONFIG, "site", "one");

    assertThat(scene().engine().find(ResourceKind.CONFIG, config.id())).contains(config);
    scene().engine().remove(config);

    assertThat(scene().engine().find(ResourceKind.CONFIG, config.id())).isEmpty();
  }
}
