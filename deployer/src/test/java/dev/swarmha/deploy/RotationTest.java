package dev.swarmha.deploy;

import static dev.swarmha.deploy.StackBuilder.config;
import static dev.swarmha.deploy.StackBuilder.secret;
import static dev.swarmha.deploy.StackBuilder.stack;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.swarmha.deploy.event.ProgressEvent;
import dev.swarmha.deploy.outcome.Outcome;
import dev.swarmha.deploy.plan.DeployRefusedException;
import dev.swarmha.deploy.plan.PlanText;
import dev.swarmha.deploy.revision.RevisionStore;
import dev.swarmha.deploy.rotate.Rotate;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.Payload;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.Selector;
import dev.swarmha.engine.Task;
import dev.swarmha.engine.WriteOptions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Secrets and configs whose content changes, and stacks that docker stack deploy has made. */
final class RotationTest {

  private final DeployScene scene = new DeployScene();

  /** A service with a secret, one with a config, and one with neither. */
  private static StackBuilder shop(String password, String site) {
    return stack("shop")
        .secret("shop_password", password)
        .config("shop_site", site)
        .service("db", "db:1", secret("shop_password"))
        .service("web", "web:1", config("shop_site"))
        .service("cache", "cache:1");
  }

  private void deployedByDocker(StackBuilder file) {
    scene.run(Requests.of(file.build()).rotate(Rotate.NEVER));
    new RevisionStore(scene.swarm.connection().swarm()).forgetAll("shop");
    scene.events.clear();
    scene.swarm.calls().clear();
  }

  @Test
  void namesSecretsAndConfigsAfterTheirContents() {
    Outcome outcome = scene.deploy(shop("hunter2", "hello"));

    assertThat(outcome).isInstanceOf(Outcome.Deployed.class);
    assertThat(secrets()).singleElement().asString().matches("shop_password-[0-9a-f]{10}");
    assertThat(used("shop_db", "Secrets", "SecretName")).isEqualTo(secrets());
    assertThat(scene.swarm.service("shop_db").spec().toString())
        .contains("File={Name=shop_password,");
    assertThat(scene.swarm.payload(ResourceKind.SECRET, secrets().get(0)).bytes())
        .asString()
        .isEqualTo("hunter2");
  }

  @Test
  void updatesOnlyTheServiceWhoseSecretHasChanged() {
    scene.deploy(shop("old", "hello"));
    List<Task> others = tasks("shop_web", "shop_cache");
    String old = secrets().get(0);
    scene.events.clear();

    Outcome outcome = scene.deploy(shop("new", "hello"));

    assertThat(outcome).isInstanceOf(Outcome.Deployed.class);
    assertThat(tasks("shop_web", "shop_cache")).isEqualTo(others);
    String current = used("shop_db", "Secrets", "SecretName").get(0);
    assertThat(current).isNotEqualTo(old);
    assertThat(planned())
        .containsExactly(
            "#1          create  secret   " + current + "  content changed (was " + old + ")",
            "#2 after 1  update  service  shop_db                   secret "
                + old
                + " -> "
                + current);
  }

  @Test
  void updatesOnlyTheServiceWhoseConfigHasChanged() {
    scene.deploy(shop("old", "hello"));
    List<Task> others = tasks("shop_db", "shop_cache");

    scene.deploy(shop("old", "bye"));

    assertThat(tasks("shop_db", "shop_cache")).isEqualTo(others);
    String current = used("shop_web", "Configs", "ConfigName").get(0);
    assertThat(scene.swarm.payload(ResourceKind.CONFIG, current).bytes())
        .asString()
        .isEqualTo("bye");
  }

  @Test
  void writesNothingWhenNothingHasChanged() {
    scene.deploy(shop("hunter2", "hello"));
    scene.swarm.calls().clear();

    Outcome outcome = scene.deploy(shop("hunter2", "hello"));

    assertThat(outcome).isInstanceOf(Outcome.Unchanged.class);
    assertThat(scene.changes()).isEmpty();
  }

  @Test
  void goesBackToAContentThatIsStillThere() {
    scene.deploy(shop("old", "hello"));
    Resource old = scene.swarm.find(ResourceKind.SECRET, secrets().get(0)).orElseThrow();
    scene.deploy(shop("new", "hello"));

    scene.deploy(shop("old", "hello"));

    assertThat(used("shop_db", "Secrets", "SecretName")).containsExactly(old.name());
    assertThat(scene.swarm.find(ResourceKind.SECRET, old.name())).contains(old);
  }

  @Test
  void takesTheOldSecretBackWhenTheNewOneDoesNotWork() {
    scene.deploy(shop("old", "hello"));
    List<String> before = secrets();
    scene.swarm.image("db:2").crashesAtOnce(1);

    Outcome outcome =
        scene.deploy(
            stack("shop")
                .secret("shop_password", "new")
                .config("shop_site", "hello")
                .service("db", "db:2", secret("shop_password"))
                .service("web", "web:1", config("shop_site"))
                .service("cache", "cache:1"));

    assertThat(outcome).isInstanceOf(Outcome.RolledBack.class);
    assertThat(used("shop_db", "Secrets", "SecretName")).isEqualTo(before);
    assertThat(secrets()).isEqualTo(before);
  }

  @Test
  void restartsNothingOfAStackThatDockerHasDeployed() {
    deployedByDocker(shop("hunter2", "hello"));
    List<Task> before = tasks("shop_db", "shop_web", "shop_cache");

    Outcome outcome = scene.deploy(shop("hunter2", "hello"));

    assertThat(outcome).isInstanceOf(Outcome.Unchanged.class);
    assertThat(tasks("shop_db", "shop_web", "shop_cache")).isEqualTo(before);
    assertThat(secrets()).containsExactly("shop_password");
    assertThat(scene.deploy(shop("hunter2", "hello"))).isInstanceOf(Outcome.Unchanged.class);
  }

  @Test
  void rotatesWhatDockerHasDeployedOnceItsContentChanges() {
    deployedByDocker(shop("old", "hello"));
    List<Task> others = tasks("shop_cache");

    scene.deploy(shop("new", "bye"));

    assertThat(used("shop_db", "Secrets", "SecretName").get(0)).startsWith("shop_password-");
    assertThat(used("shop_web", "Configs", "ConfigName").get(0)).startsWith("shop_site-");
    assertThat(tasks("shop_cache")).isEqualTo(others);
    assertThat(planned())
        .anyMatch(line -> line.endsWith("content changed (was shop_password)"))
        .anyMatch(line -> line.endsWith("content changed (was shop_site)"));
    assertThat(secrets()).doesNotContain("shop_password");
  }

  @Test
  void saysInADryRunWhatOnlyDeployingCanTell() {
    deployedByDocker(shop("old", "hello"));

    scene.run(Requests.of(shop("new", "hello").build()).dryRun());

    assertThat(scene.events)
        .contains(
            new ProgressEvent.Noted(
                "secret shop_password is there already; whether it has the content of the file,"
                    + " only deploying can tell"));
    assertThat(planned()).isEmpty();
    assertThat(scene.changes()).isEmpty();
  }

  @Test
  void leavesAloneWhatBelongsToOthers() {
    Resource foreign = foreign("shop_password", "theirs");

    Outcome outcome = scene.deploy(shop("ours", "hello"));

    assertThat(outcome).isInstanceOf(Outcome.Deployed.class);
    assertThat(scene.swarm.find(ResourceKind.SECRET, "shop_password")).contains(foreign);
  }

  @Test
  void refusesANameThatSomebodyElseHasTaken() {
    scene.deploy(shop("hunter2", "hello"));
    String name = secrets().get(0);
    new RemoveStack(scene.world()).run(List.of("shop"), Duration.ofMinutes(1), Duration.ZERO);
    foreign(name, "theirs");

    assertThatThrownBy(() -> scene.deploy(shop("hunter2", "hello")))
        .isInstanceOf(DeployRefusedException.class)
        .hasMessageContaining("secret " + name + " is there already and does not belong to");
  }

  @Test
  void neverTellsAContentOrItsPlainDigest() {
    deployedByDocker(shop("correct horse", "hello"));
    scene.deploy(shop("battery staple", "hello"));

    String everything =
        scene.events
            + scene.swarm.calls().texts().toString()
            + scene.swarm.connection().swarm().list(ResourceKind.SECRET, Selector.all())
            + scene.revisions();
    assertThat(everything)
        .doesNotContain("battery staple")
        .doesNotContain(Payload.of(bytes("battery staple")).digest().substring(0, 12))
        .doesNotContain(Payload.of(bytes("correct horse")).digest().substring(0, 12));
  }

  private Resource foreign(String name, String content) {
    Mapping spec = Mapping.builder().put("Name", name).put("Labels", Mapping.empty()).build();
    scene
        .swarm
        .connection()
        .swarm()
        .create(ResourceKind.SECRET, spec, WriteOptions.of(Payload.of(bytes(content))));
    return scene.swarm.find(ResourceKind.SECRET, name).orElseThrow();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private List<String> secrets() {
    return scene.swarm.names(ResourceKind.SECRET);
  }

  private List<Task> tasks(String... services) {
    return List.of(services).stream()
        .flatMap(name -> scene.swarm.service(name).tasks().stream())
        .toList();
  }

  private List<String> used(String service, String list, String key) {
    return scene
        .swarm
        .service(service)
        .spec()
        .mapping("TaskTemplate")
        .mapping("ContainerSpec")
        .sequence(list)
        .mappings()
        .flatMap(each -> each.text(key).stream())
        .toList();
  }

  /** The lines of the plan that was made first. */
  private List<String> planned() {
    return scene.events.stream()
        .filter(event -> event instanceof ProgressEvent.PlanMade)
        .map(event -> ((ProgressEvent.PlanMade) event).plan())
        .findFirst()
        .map(PlanText::lines)
        .orElseThrow();
  }
}
