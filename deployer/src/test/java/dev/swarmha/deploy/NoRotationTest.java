package dev.swarmha.deploy;

import static dev.swarmha.deploy.StackBuilder.secret;
import static dev.swarmha.deploy.StackBuilder.stack;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.swarmha.deploy.event.ProgressEvent;
import dev.swarmha.deploy.outcome.Outcome;
import dev.swarmha.deploy.plan.DeployRefusedException;
import dev.swarmha.deploy.rotate.Rotate;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.Payload;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.Selector;
import dev.swarmha.engine.Task;
import dev.swarmha.engine.WriteOptions;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Secrets and configs under the names that docker stack deploy gives them. */
final class NoRotationTest {

  private final DeployScene scene = new DeployScene();

  private static StackBuilder shop(String image, String password) {
    return stack("shop")
        .secret("shop_password", password)
        .service("db", image, secret("shop_password"));
  }

  private Outcome deploy(StackBuilder file) {
    return scene.run(Requests.of(file.build()).rotate(Rotate.NEVER));
  }

  @Test
  void keepsPlainNames() {
    deploy(shop("db:1", "hunter2"));

    assertThat(scene.swarm.names(ResourceKind.SECRET)).containsExactly("shop_password");
    assertThat(labels("shop_password")).isEqualTo(Map.of(Selector.STACK_LABEL, "shop"));
  }

  @Test
  void comparesSecretsBeforeItChangesAnythingAndLeavesTasksAlone() {
    deploy(shop("db:1", "hunter2"));
    List<Task> tasks = scene.swarm.service("shop_db").tasks();
    scene.swarm.calls().clear();

    Outcome outcome = deploy(shop("db:1", "hunter2"));

    assertThat(outcome).isInstanceOf(Outcome.Unchanged.class);
    assertThat(scene.changes())
        .extracting(Object::toString)
        .containsExactly("update secret shop_password");
    assertThat(scene.swarm.service("shop_db").tasks()).isEqualTo(tasks);
  }

  @Test
  void refusesASecretWhoseContentHasChangedAndChangesNothing() {
    deploy(shop("db:1", "old"));
    Mapping before = scene.swarm.service("shop_db").spec();

    assertThatThrownBy(() -> deploy(shop("db:2", "new")))
        .isInstanceOf(DeployRefusedException.class)
        .hasMessage(
            "secret shop_password has other content than the file, and Swarm cannot change a"
                + " secret; deploy with --rotate auto, or give it another name in the file"
                + " (name: ...)");
    assertThat(scene.swarm.service("shop_db").spec()).isEqualTo(before);
    assertThat(scene.revisions()).hasSize(1);
  }

  @Test
  void findsOtherTroubleBeforeItComparesSecrets() {
    deploy(shop("db:1", "old"));
    scene.swarm.calls().clear();

    assertThatThrownBy(() -> deploy(shop("db:1", "new").external(ResourceKind.NETWORK, "public")))
        .isInstanceOf(DeployRefusedException.class)
        .hasMessageContaining("network public");
    assertThat(scene.changes()).isEmpty();
  }

  @Test
  void takesOverWhatBelongsToOthersAsDockerDoesAndSaysSo() {
    foreign("shop_password", "hunter2");

    Outcome outcome = deploy(shop("db:1", "hunter2"));

    assertThat(outcome).isInstanceOf(Outcome.Deployed.class);
    assertThat(labels("shop_password")).containsEntry(Selector.STACK_LABEL, "shop");
    assertThat(scene.events)
        .contains(
            new ProgressEvent.Noted(
                "secret shop_password belongs to no stack and gets the label of stack shop, as"
                    + " docker stack deploy does it; declare it as external to leave it alone"));
  }

  @Test
  void givesBackWhatItHasTakenOverWhenTheDeployFails() {
    Resource foreign = foreign("shop_password", "hunter2");
    scene.swarm.image("db:1").crashesAtOnce(1);

    Outcome outcome = deploy(shop("db:1", "hunter2"));

    assertThat(outcome).isInstanceOf(Outcome.RolledBack.class);
    assertThat(labels("shop_password")).isEqualTo(foreign.labels());
  }

  @Test
  void returnsToPlainNamesFromDerivedOnes() {
    scene.deploy(shop("db:1", "hunter2"));

    Outcome outcome = deploy(shop("db:1", "hunter2"));

    assertThat(outcome).isInstanceOf(Outcome.Deployed.class);
    assertThat(scene.swarm.service("shop_db").spec().toString())
        .contains("SecretName=shop_password,");
  }

  private Map<String, String> labels(String secret) {
    return scene.swarm.find(ResourceKind.SECRET, secret).orElseThrow().labels();
  }

  private Resource foreign(String name, String content) {
    Mapping spec = Mapping.builder().put("Name", name).put("Labels", Mapping.empty()).build();
    Payload payload = Payload.of(content.getBytes(StandardCharsets.UTF_8));
    scene.swarm.connection().swarm().create(ResourceKind.SECRET, spec, WriteOptions.of(payload));
    return scene.swarm.find(ResourceKind.SECRET, name).orElseThrow();
  }
}
