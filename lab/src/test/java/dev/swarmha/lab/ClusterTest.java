package dev.swarmha.lab;

import static dev.swarmha.lab.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import dev.swarmha.engine.EngineInfo.Membership;
import dev.swarmha.engine.Node;
import dev.swarmha.engine.Node.Role;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.Selector;
import dev.swarmha.engine.SwarmMembership.InitRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole cluster from one file: formed, left alone, mended, and never taken from others. */
@Lab(managers = 3, workers = 2, bare = true)
class ClusterTest {

  private static final Duration WITHIN = Duration.ofSeconds(60);

  @Test
  void formsKeepsAndMendsAClusterOfFive(LabSwarm lab, @TempDir Path directory) throws IOException {
    Files.writeString(directory.resolve("password.txt"), "hunter2");
    Files.writeString(directory.resolve("nginx.conf"), "listen 8080;");
    write(lab, directory, "primary");

    Finished first = apply(lab, directory).expect(0);

    SummaryLine.print("cluster apply on five bare Engines: %d ms", first.duration().toMillis());
    assertFormed(lab);
    assertThat(apply(lab, directory).expect(0).out()).contains("nothing to do");

    List<ResourceId> before = lab.swarm().nodes().stream().map(Node::id).toList();
    lab.connection("n5").membership().leave(true);
    Finished mended = apply(lab, directory, "--progress", "json").expect(0);
    assertThat(mended.events("step-done"))
        .extracting(step -> step.path("verb").asText(), step -> step.path("kind").asText())
        .containsExactly(
            tuple("join", "machine"), tuple("update", "node"), tuple("remove", "node"));
    assertFormed(lab);
    assertThat(lab.swarm().nodes()).filteredOn(node -> before.contains(node.id())).hasSize(4);

    assertExchangesRoles(lab, directory);
    assertGoesOnWithoutAMachine(lab, directory);
    assertLeavesAnotherSwarmAlone(lab, directory);
  }

  /** A manager and a worker change places, one of them named by a context and one by ssh. */
  private static void assertExchangesRoles(LabSwarm lab, Path directory) throws IOException {
    lab.docker("n1")
        .with("DOCKER_HOST", "")
        .with("DOCKER_CONFIG", store(directory))
        .run("context", "create", "second", "--docker", "host=" + lab.endpoint("n2"))
        .expect(0);
    try (SshServer server = SshServer.start(lab, "n3", directory)) {
      List<String> places = places(lab);
      places.set(1, "context: second");
      places.set(2, "host: \"%s\"".formatted(server.endpoint("root")));
      Collections.swap(places, 2, 3);
      write(directory, places, "primary");

      Finished exchanged =
          apply(server.client(lab.program(), "known"), directory, "--progress", "json").expect(0);

      assertThat(exchanged.events("step-done"))
          .extracting(step -> step.path("verb").asText(), step -> step.path("name").asText())
          .containsSubsequence(tuple("promote", "n4"), tuple("demote", "n3"));
      assertThat(node(lab, "n3").role()).isEqualTo(Role.WORKER);
      assertThat(node(lab, "n4").role()).isEqualTo(Role.MANAGER);
    }
  }

  private static String store(Path directory) {
    return directory.resolve("docker").toString();
  }

  private static void assertFormed(LabSwarm lab) {
    assertThat(lab.swarm().nodes())
        .allMatch(Node::isReady)
        .extracting(Node::hostname, Node::role, Node::labels)
        .containsExactly(
            tuple("n1", Role.MANAGER, Map.of("zone", "a")),
            tuple("n2", Role.MANAGER, Map.of("zone", "b")),
            tuple("n3", Role.MANAGER, Map.of("zone", "c")),
            tuple("n4", Role.WORKER, Map.of("zone", "a", "database", "primary")),
            tuple("n5", Role.WORKER, Map.of("zone", "b")));
    assertThat(names(lab, ResourceKind.NETWORK)).contains("public");
    assertThat(names(lab, ResourceKind.SECRET)).containsExactly("db_password");
    assertThat(names(lab, ResourceKind.CONFIG)).containsExactly("nginx_conf");
  }

  private static List<String> names(LabSwarm lab, ResourceKind kind) {
    return lab.swarm().list(kind, Selector.all()).stream().map(each -> each.name()).toList();
  }

  private static void assertGoesOnWithoutAMachine(LabSwarm lab, Path directory) throws IOException {
    lab.kill("n5");
    write(lab, directory, "replica");

    Finished without = apply(lab, directory).expect(1);

    assertThat(without.err()).contains(lab.endpoint("n5")).contains("does not answer");
    assertThat(node(lab, "n4").labels()).containsEntry("database", "replica");
    lab.start("n5");
    eventually(() -> assertThat(node(lab, "n5").isReady()).isTrue(), WITHIN);
    JsonNode status = status(lab, directory);
    assertThat(status.at("/leader").asText()).isIn("n1", "n2", "n3");
    assertThat(status.at("/quorum/managers").asInt()).isEqualTo(3);
    assertThat(status.at("/quorum/mayBeLost").asInt()).isEqualTo(1);
    assertThat(status.at("/certificates/rootExpires").asText()).startsWith("20");
    assertThat(status.at("/nodes")).hasSize(5);
    assertThat(status.at("/comparison/steps")).isEmpty();
  }

  private static void assertLeavesAnotherSwarmAlone(LabSwarm lab, Path directory)
      throws IOException {
    lab.connection("n5").membership().leave(true);
    lab.connection("n5")
        .membership()
        .initialize(
            new InitRequest(
                Optional.of(lab.address("n5")),
                InitRequest.DEFAULT_LISTEN_ADDRESS,
                Optional.empty(),
                List.of(),
                false));
    write(lab, directory, "primary");

    Finished refused = apply(lab, directory).expect(1);

    assertThat(refused.err()).contains("nothing was changed").contains("n5").contains("leave");
    assertThat(node(lab, "n4").labels()).containsEntry("database", "replica");
    assertThat(lab.connection("n5").swarm().info().membership()).isEqualTo(Membership.MANAGER);
    assertThat(lab.connection("n5").swarm().nodes()).hasSize(1);
  }

  private static Node node(LabSwarm lab, String name) {
    return lab.swarm().nodes().stream()
        .filter(node -> node.hostname().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Finished apply(LabSwarm lab, Path directory, String... more) {
    return apply(lab.program(), directory, more);
  }

  private static Finished apply(Program program, Path directory, String... more) {
    String[] words =
        Stream.concat(Stream.of("cluster", "apply", "-f", "cluster.yml"), Stream.of(more))
            .toArray(String[]::new);
    return program
        .in(directory)
        .with("DOCKER_CONFIG", store(directory))
        .within(Duration.ofMinutes(6))
        .run(words);
  }

  private static JsonNode status(LabSwarm lab, Path directory) {
    return lab.program()
        .in(directory)
        .run("cluster", "status", "-f", "cluster.yml", "-o", "json")
        .expect(0)
        .json();
  }

  private static void write(LabSwarm lab, Path directory, String database) throws IOException {
    write(directory, places(lab), database);
  }

  /** How each Engine is reached, and what others reach it at; both are keys of a machine. */
  private static List<String> places(LabSwarm lab) {
    return lab.nodes().stream()
        .map(
            node ->
                "host: \"%s\", advertiseAddr: \"%s\""
                    .formatted(lab.endpoint(node), lab.address(node)))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private static void write(Path directory, List<String> places, String database)
      throws IOException {
    String text =
        """
        managers:
          - {%s, labels: {zone: a}}
          - {%s, labels: {zone: b}}
          - {%s, labels: {zone: c}}
        workers:
          - {%s, labels: {zone: a, database: DATABASE}}
          - {%s, labels: {zone: b}}
        swarm: {taskHistoryLimit: 2}
        networks: {public: {driver: overlay, attachable: true}}
        secrets: {db_password: {file: ./password.txt}}
        configs: {nginx_conf: {file: ./nginx.conf}}
        """
            .formatted(places.toArray());
    Files.writeString(directory.resolve("cluster.yml"), text.replace("DATABASE", database));
  }
}
