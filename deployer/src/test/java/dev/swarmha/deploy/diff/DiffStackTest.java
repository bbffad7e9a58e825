package dev.swarmha.deploy.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.deploy.export.ExportScene;
import dev.swarmha.deploy.revision.Revision;
import dev.swarmha.deploy.revision.RevisionStore;
import dev.swarmha.deploy.revision.Standing;
import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.Selector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The differences between a file, the swarm, and what the last revision asked for. */
final class DiffStackTest {

  private static final String FILE =
      """
      services:
        web:
          image: web:1
          environment: {LEVEL: info, SIZE: 5}
          ports: ["8080:80", "9090:90"]
          healthcheck: {test: curl localhost, interval: 10s}
          deploy: {replicas: 2, resources: {limits: {memory: 64M}}}
      """;

  private final ExportScene scene;
  private final Path directory;

  DiffStackTest(@TempDir Path directory) {
    this.directory = directory;
    this.scene = new ExportScene(directory);
  }

  @Test
  void isEmptyAfterADeploy() {
    scene.deploy(FILE);

    assertThat(scene.diff(FILE))
        .isEqualTo(new StackDiff("shop", Optional.of(1), List.of(), List.of()));
  }

  @Test
  void tellsChangesInTheWordsOfTheFile() {
    scene.deploy(FILE);

    assertThat(
            fields(
                FILE.replace("info", "debug")
                    .replace(", SIZE: 5", ", NEW: x")
                    .replace("8080:80", "8081:80")
                    .replace("10s", "1m30s")
                    .replace("replicas: 2, ", "")
                    .replace("64M", "1.5G")))
        .containsExactly(
            "deploy.replicas: 2 -> 1",
            "deploy.resources.limits.memory: 64M -> 1536M",
            "environment.LEVEL: info -> debug",
            "environment.NEW:  -> x",
            "environment.SIZE: 5 -> ",
            "healthcheck.interval: 10s -> 1m30s",
            "ports.80.published: 8080 -> 8081");
  }

  @Test
  void tellsAnImageOnceAndNotAgainByItsLabel() {
    scene.deploy(FILE);

    assertThat(scene.diff(FILE.replace("web:1", "web:2")).objects().get(0).fields())
        .extracting(field -> field.path().toString())
        .containsExactly("image");
  }

  @Test
  void tellsAnOrderThatNoFieldShows() {
    scene.deploy(FILE);
    DocumentPath variables = container("Env");
    scene.change(
        "shop_web",
        spec -> spec.withAt(variables, Document.texts(List.of("SIZE=5", "LEVEL=info"))));

    assertThat(fields(FILE))
        .containsExactly(
            "TaskTemplate.ContainerSpec.Env.0: SIZE=5 -> LEVEL=info",
            "TaskTemplate.ContainerSpec.Env.1: LEVEL=info -> SIZE=5");
  }

  @Test
  void tellsDriftFromWhatTheFileChanges() {
    scene.deploy(FILE);
    changeByHand(replicas(5));

    List<FieldDiff> fields = scene.diff(FILE.replace("info", "debug")).objects().get(0).fields();

    assertThat(fields)
        .extracting(field -> field.path() + " " + field.drift())
        .containsExactly("deploy.replicas true", "environment.LEVEL false");
  }

  @Test
  void notesDriftThatTheFileAgreesWith() {
    scene.deploy(FILE);
    changeByHand(replicas(5));

    StackDiff diff = scene.diff(FILE.replace("replicas: 2", "replicas: 5"));

    assertThat(diff.objects()).isEmpty();
    assertThat(diff.notes())
        .containsExactly(
            "service shop_web: deploy.replicas is 5 in the swarm and in the file,"
                + " though revision 1 asked for 2");
  }

  @Test
  void doesNotTakeAForcedRestartForDrift() {
    scene.deploy(FILE);
    changeByHand(
        spec -> spec.withAt(DocumentPath.of("TaskTemplate", "ForceUpdate"), Document.number(3)));

    assertThat(scene.diff(FILE).isEmpty()).isTrue();
    assertThat(scene.diff(FILE).notes()).isEmpty();
  }

  @Test
  void tellsAServiceThatSomebodyRemoved() {
    scene.deploy(FILE + "  db: {image: db:1}\n");
    scene.engine().remove(live("shop_db"));

    ObjectDiff object = scene.diff(FILE + "  db: {image: db:1}\n").objects().get(0);

    assertThat(object.drift()).isTrue();
    assertThat(object.fields()).extracting(FieldDiff::before).containsOnly(Optional.empty());
    assertThat(scene.diff(FILE + "  new: {image: db:1}\n").objects())
        .extracting(ObjectDiff::drift)
        .containsExactly(false);
  }

  @Test
  void tellsWhatPruningWouldRemove() {
    scene.deploy(FILE + "  db: {image: db:1}\n");

    StackDiff kept = scene.diff(FILE);
    StackDiff pruned = scene.diff(FILE, true);

    assertThat(kept.objects()).isEmpty();
    assertThat(kept.notes())
        .containsExactly("service shop_db is not in the file and stays; --prune removes it");
    assertThat(pruned.objects())
        .extracting(each -> each.object().name())
        .containsExactly("shop_db");
    assertThat(pruned.objects().get(0).drift()).isFalse();
  }

  @Test
  void knowsNoDriftWithoutARevision() {
    scene.deploy(FILE);
    new RevisionStore(scene.engine()).forgetAll("shop");
    changeByHand(replicas(5));

    StackDiff diff = scene.diff(FILE);

    assertThat(diff.revision()).isEmpty();
    assertThat(diff.objects().get(0).fields()).extracting(FieldDiff::drift).containsExactly(false);
  }

  @Test
  void doesNotBlameOthersForADeployThatFailed() {
    scene.deploy(FILE);
    scene.deploy(FILE.replace("info", "debug"));
    RevisionStore revisions = new RevisionStore(scene.engine());
    revisions.close(revisions.list("shop").get(1), Standing.of(Revision.State.FAILED));

    StackDiff diff = scene.diff(FILE);

    assertThat(diff.revision()).contains(1);
    assertThat(diff.objects().get(0).fields())
        .containsExactly(
            new FieldDiff(
                DocumentPath.of("environment", "LEVEL"),
                Optional.of(Document.text("debug")),
                Optional.of(Document.text("info")),
                false));
  }

  @Test
  void neverShowsTheContentOfASecret() throws IOException {
    Files.writeString(directory.resolve("key.txt"), "hunter2");
    String file = FILE + "    secrets: [key]\nsecrets: {key: {file: key.txt, labels: {a: b}}}\n";

    assertThat(scene.diff(file).toString()).contains("shop_key").doesNotContain("hunter2");
    scene.deploy(file);
    Files.writeString(directory.resolve("key.txt"), "hunter3");

    assertThat(scene.diff(file).toString()).contains("shop_key").doesNotContain("hunter");
    assertThat(scene.diff(file).objects()).hasSize(2);
  }

  private List<String> fields(String file) {
    return scene.diff(file).objects().stream()
        .flatMap(object -> object.fields().stream())
        .map(field -> field.path() + ": " + text(field.before()) + " -> " + text(field.after()))
        .toList();
  }

  private static String text(Optional<Document> value) {
    return value.map(Document::toString).orElse("");
  }

  private void changeByHand(UnaryOperator<Mapping> change) {
    scene.change("shop_web", change);
  }

  private static UnaryOperator<Mapping> replicas(int count) {
    return spec ->
        spec.withAt(DocumentPath.of("Mode", "Replicated", "Replicas"), Document.number(count));
  }

  private static DocumentPath container(String key) {
    return DocumentPath.of("TaskTemplate", "ContainerSpec", key);
  }

  private Resource live(String service) {
    return scene.engine().list(ResourceKind.SERVICE, Selector.names(service)).get(0);
  }
}
