package dev.swarmha.lab.revisions;

import static dev.swarmha.lab.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.Selector;
import dev.swarmha.engine.Task;
import dev.swarmha.lab.Finished;
import dev.swarmha.lab.InstalledDocker;
import dev.swarmha.lab.Lab;
import dev.swarmha.lab.LabSwarm;
import dev.swarmha.lab.Observed;
import dev.swarmha.lab.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets and configs whose content changes. */
@Lab
class RotationTest {

  private static final String STACK = "lab/src/test/resources/stacks/rotation.yml";
  private static final Duration SOON = Duration.ofSeconds(30);

  @TempDir private Path directory = Path.of("");

  @BeforeEach
  void writeContents() throws IOException {
    password("first");
    site("hello");
  }

  @Test
  void restartsOnlyWhatUsesTheSecretOrConfigThatHasChanged(LabSwarm lab) throws IOException {
    deploy(lab).expect(0);
    List<String> first = secrets(lab);
    List<ResourceId> others = tasks(lab, "web", "other");

    password("second");
    deploy(lab).expect(0);

    assertThat(tasks(lab, "web", "other")).isEqualTo(others);
    assertThat(seen(lab, "db", "/run/secrets/password")).isEqualTo("second");
    assertThat(secrets(lab)).hasSize(2).containsAll(first);
    assertThat(outcome(deploy(lab))).isEqualTo("unchanged");
    List<ResourceId> withoutSite = tasks(lab, "db", "other");

    site("bye");
    deploy(lab).expect(0);

    assertThat(tasks(lab, "db", "other")).isEqualTo(withoutSite);
    assertThat(seen(lab, "web", "/etc/site")).isEqualTo("bye");

    password("first");
    deploy(lab).expect(0);

    assertThat(seen(lab, "db", "/run/secrets/password")).isEqualTo("first");
    assertThat(secrets(lab)).hasSize(2);
  }

  @Test
  void removesWhatIsReplacedWithTheLastRevisionThatNeedsIt(LabSwarm lab) throws IOException {
    deploy(lab).expect(0);
    String first = secrets(lab).get(0);
    for (int i = 2; i <= 10; i++) {
      password("password " + i);
      deploy(lab, "--detach").expect(0);
    }
    assertThat(secrets(lab)).hasSize(10).contains(first);

    password("password 11");
    deploy(lab).expect(0);

    assertThat(secrets(lab)).hasSize(10).doesNotContain(first);
    lab.swarmha("rm", "shop").expect(0);
    assertThat(secrets(lab)).isEmpty();
  }

  @Test
  void goesBackToTheOldSecretWhenTheNewVersionFails(LabSwarm lab) throws IOException {
    deploy(lab).expect(0);
    List<String> before = secrets(lab);

    password("second");
    program(lab).with("DB_IMAGE", "swarmha/missing:1").run(deployment()).expect(4);

    assertThat(secrets(lab)).isEqualTo(before);
    assertThat(seen(lab, "db", "/run/secrets/password")).isEqualTo("first");
  }

  @Test
  void takesOverWhatDockerHasDeployedWithoutARestart(LabSwarm lab) throws IOException {
    lab.docker("m1")
        .with("DIRECTORY", directory.toString())
        .run(InstalledDocker.find().deploying("--compose-file", STACK, "shop"))
        .expect(0);
    eventually(() -> assertThat(tasks(lab, "db", "web", "other")).hasSize(3), SOON);
    List<ResourceId> before = tasks(lab, "db", "web", "other");

    assertThat(outcome(deploy(lab))).isEqualTo("unchanged");

    assertThat(tasks(lab, "db", "web", "other")).isEqualTo(before);
    assertThat(secrets(lab)).containsExactly("shop_password");
    List<ResourceId> others = tasks(lab, "web", "other");

    password("second");
    deploy(lab).expect(0);

    assertThat(tasks(lab, "web", "other")).isEqualTo(others);
    assertThat(seen(lab, "db", "/run/secrets/password")).isEqualTo("second");
    assertThat(secrets(lab)).hasSize(2).contains("shop_password");
  }

  @Test
  void leavesAloneWhatBelongsToOthers(LabSwarm lab) {
    lab.program().reading("theirs").run("secret", "create", "shop_password", "-").expect(0);
    Resource foreign = secret(lab, "shop_password");

    deploy(lab).expect(0);

    assertThat(seen(lab, "db", "/run/secrets/password")).isEqualTo("first");
    assertThat(secret(lab, "shop_password")).isEqualTo(foreign);
  }

  @Test
  void refusesAChangedContentBeforeAnythingIsChangedWhereNothingRotates(LabSwarm lab)
      throws IOException {
    deploy(lab, "--rotate", "never").expect(0);
    List<ResourceId> before = tasks(lab, "db", "web", "other");
    assertThat(secrets(lab)).containsExactly("shop_password");
    assertThat(outcome(deploy(lab, "--rotate", "never"))).isEqualTo("unchanged");
    Map<String, Long> versions = Observed.of(lab).versions();

    password("second");
    Finished refused = deploy(lab, "--rotate", "never").expect(1);

    assertThat(refused.err()).contains("secret shop_password has other content than the file");
    assertThat(Observed.of(lab).versions()).isEqualTo(versions);
    assertThat(tasks(lab, "db", "web", "other")).isEqualTo(before);
  }

  private void password(String content) throws IOException {
    Files.writeString(directory.resolve("password.txt"), content);
  }

  private void site(String content) throws IOException {
    Files.writeString(directory.resolve("site.txt"), content);
  }

  private Program program(LabSwarm lab) {
    return lab.program().with("DIRECTORY", directory.toString());
  }

  private Finished deploy(LabSwarm lab, String... options) {
    return program(lab).run(deployment(options));
  }

  private static String[] deployment(String... options) {
    List<String> words = new ArrayList<>(List.of("deploy", "-c", STACK, "shop"));
    words.addAll(List.of("--stable-for", "1s", "--progress", "json"));
    words.addAll(List.of(options));
    return words.toArray(String[]::new);
  }

  private static String outcome(Finished deploy) {
    return deploy.expect(0).result().path("outcome").asText();
  }

  /** What the one container of a service sees in a file. */
  private static String seen(LabSwarm lab, String service, String file) {
    String label = "label=com.docker.swarm.service.name=shop_" + service;
    String container = lab.exec("m1", "docker", "ps", "--quiet", "--filter", label).strip();
    return lab.exec("m1", "docker", "exec", container, "cat", file);
  }

  private static List<ResourceId> tasks(LabSwarm lab, String... services) {
    return List.of(services).stream()
        .flatMap(service -> Observed.of(lab).running("shop_" + service).stream())
        .map(Task::id)
        .toList();
  }

  private static List<String> secrets(LabSwarm lab) {
    return Observed.of(lab).names(ResourceKind.SECRET);
  }

  private static Resource secret(LabSwarm lab, String name) {
    return lab.swarm().list(ResourceKind.SECRET, Selector.names(name)).get(0);
  }
}
