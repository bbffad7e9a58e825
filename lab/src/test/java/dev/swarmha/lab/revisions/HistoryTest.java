package dev.swarmha.lab.revisions;

import static dev.swarmha.lab.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.Task;
import dev.swarmha.lab.Finished;
import dev.swarmha.lab.Lab;
import dev.swarmha.lab.LabSwarm;
import dev.swarmha.lab.Observed;
import dev.swarmha.lab.Program;
import dev.swarmha.lab.Running;
import dev.swarmha.lab.faults.Fault;
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

/** Revisions, the way back to them, and deploys that are killed. */
@Lab
class HistoryTest {

  private static final String STACK = "lab/src/test/resources/stacks/history.yml";
  private static final String MORE = "lab/src/test/resources/stacks/history-more.yml";
  private static final Duration SOON = Duration.ofSeconds(60);

  /** Until then whoever was killed may still be at work, for all that others can tell. */
  private static final Duration LEASE = Duration.ofSeconds(90);

  @TempDir private Path directory = Path.of("");

  @BeforeEach
  void writeContents() throws IOException {
    write("password.txt", "first");
    write("site.txt", "hello");
  }

  @Test
  void goesBackToTheFirstOfThreeRevisions(LabSwarm lab) throws IOException {
    deploy(lab, "1", "--message", "first").expect(0);
    Map<String, Mapping> first = Observed.of(lab).specs();
    write("password.txt", "second");
    deploy(lab, "2", "-c", MORE).expect(0);
    write("site.txt", "bye");
    deploy(lab, "1", "-c", MORE, "--prune").expect(0);
    Map<String, Long> before = Observed.of(lab).versions();

    Finished dry = rollback(lab, "1", "--dry-run").expect(0);

    assertThat(dry.events("plan").get(0).path("steps").findValuesAsText("name"))
        .containsExactly("shop_db", "shop_more", "shop_outer");
    assertThat(Observed.of(lab).versions()).isEqualTo(before);

    JsonNode result = rollback(lab, "1").expect(0).result();

    assertThat(result.path("outcome").asText()).isEqualTo("done");
    assertThat(result.path("revision").asInt()).isEqualTo(4);
    assertThat(result.path("previousRevision").asInt()).isEqualTo(3);
    assertThat(Observed.of(lab).specs()).isEqualTo(first);
    assertThat(Observed.of(lab).names(ResourceKind.NETWORK)).doesNotContain("shop_outer");
    assertThat(seen(lab, "/run/secrets/password")).isEqualTo("first");
    assertThat(seen(lab, "/etc/site")).isEqualTo("hello");
    assertHistory(lab);
  }

  private static void assertHistory(LabSwarm lab) {
    JsonNode history = history(lab);
    assertThat(history.findValuesAsText("revision")).containsExactly("1", "2", "3", "4");
    assertThat(history.findValuesAsText("outcome")).containsOnly("deployed");
    assertThat(history.at("/0/message").asText()).isEqualTo("first");
    assertThat(history.at("/3/message").asText()).isEqualTo("rollback to 1");
    assertThat(history.at("/3/rollbackTo").asInt()).isEqualTo(1);
    assertThat(history.at("/3/current").asBoolean()).isTrue();
    assertThat(history.at("/3/user").asText()).isNotEmpty();
    assertThat(history.at("/3/machine").asText()).isNotEmpty();
  }

  @Fault("killed with -9, then finished")
  void finishesADeployThatWasKilled(LabSwarm lab) throws IOException {
    deploy(lab, "1").expect(0);
    write("password.txt", "second");
    killInTheMiddle(lab);

    assertThat(history(lab).findValuesAsText("outcome")).containsExactly("deployed", "open");
    assertThat(lab.swarmha("status", "shop").expect(0).out()).contains("locked by ");
    eventually(
        () ->
            assertThat(lab.swarmha("status", "shop").expect(0).out())
                .contains("revision 2 was begun by ")
                .contains("and was not finished; run: swarmha deploy, or: swarmha rollback"),
        LEASE);

    Finished again = deploy(lab, "2", "-c", MORE).expect(0);

    assertThat(again.events("taken-up").get(0).path("revision").asInt()).isEqualTo(2);
    assertThat(again.result().path("outcome").asText()).isEqualTo("deployed");
    assertThat(history(lab).findValuesAsText("outcome"))
        .containsExactly("deployed", "interrupted", "deployed");
    assertThat(images(lab)).containsOnly("swarmha/web:2");
    assertThat(seen(lab, "/run/secrets/password")).isEqualTo("second");
  }

  @Fault("killed with -9, then rolled back")
  void goesBackFromADeployThatWasKilled(LabSwarm lab) throws IOException {
    deploy(lab, "1").expect(0);
    Map<String, Mapping> first = Observed.of(lab).specs();
    List<String> secrets = Observed.of(lab).names(ResourceKind.SECRET);
    write("password.txt", "second");
    killInTheMiddle(lab);

    Finished back = rollback(lab, "--lock-timeout", "90s").expect(0);

    assertThat(back.events("taken-up")).hasSize(1);
    assertThat(Observed.of(lab).specs()).isEqualTo(first);
    assertThat(Observed.of(lab).names(ResourceKind.SECRET)).isEqualTo(secrets);
    assertThat(Observed.of(lab).names(ResourceKind.NETWORK)).doesNotContain("shop_outer");
    assertThat(images(lab)).containsOnly("swarmha/web:1");
  }

  /**
   * Version 2 with one more service: the rollout of three tasks, one after the other, has begun.
   */
  private void killInTheMiddle(LabSwarm lab) {
    Running killed = program(lab).with("WEB_VERSION", "2").start(deployment("-c", MORE));
    eventually(
        () ->
            assertThat(killed.out()).contains("\"shop_web\",\"state\":\"progressing\",\"done\":1"),
        SOON);
    killed.kill();
    killed.await().expect(137);
  }

  private void write(String file, String content) throws IOException {
    Files.writeString(directory.resolve(file), content);
  }

  private Program program(LabSwarm lab) {
    return lab.program().with("DIRECTORY", directory.toString());
  }

  private Finished deploy(LabSwarm lab, String version, String... options) {
    return program(lab).with("WEB_VERSION", version).run(deployment(options));
  }

  private static String[] deployment(String... options) {
    List<String> words = new ArrayList<>(List.of("deploy", "-c", STACK));
    words.addAll(List.of(options));
    words.addAll(List.of("shop", "--stable-for", "1s", "--progress", "json"));
    return words.toArray(String[]::new);
  }

  private static Finished rollback(LabSwarm lab, String... options) {
    List<String> words = new ArrayList<>(List.of("rollback", "shop"));
    words.addAll(List.of(options));
    words.addAll(List.of("--stable-for", "1s", "--progress", "json"));
    return lab.program().run(words.toArray(String[]::new));
  }

  private static JsonNode history(LabSwarm lab) {
    return lab.swarmha("history", "shop", "-o", "json").expect(0).json();
  }

  private static List<String> images(LabSwarm lab) {
    return Observed.of(lab).running("shop_web").stream()
        .map(Task::image)
        .map(image -> image.replaceAll("@.*", ""))
        .toList();
  }

  /** What the container of the database sees in a file. */
  private static String seen(LabSwarm lab, String file) {
    String node = Observed.of(lab).spread("shop_db").keySet().iterator().next();
    String label = "label=com.docker.swarm.service.name=shop_db";
    String container = lab.exec(node, "docker", "ps", "--quiet", "--filter", label).strip();
    return lab.exec(node, "docker", "exec", container, "cat", file);
  }
}
