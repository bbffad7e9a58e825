package dev.swarmha.lab.placement;

import static dev.swarmha.lab.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.deploy.plan.SurgeMemory;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.Task;
import dev.swarmha.lab.Finished;
import dev.swarmha.lab.Lab;
import dev.swarmha.lab.LabSwarm;
import dev.swarmha.lab.Observed;
import dev.swarmha.lab.Running;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@Lab
class RebalanceTest {

  /** Asks the service by its name, again and again, and writes what came of it. */
  private static final String ASKING =
      "while :; do case $(printf 'GET /health HTTP/1.1\\r\\n\\r\\n' | timeout 5 nc web 8080) in"
          + " *200*) echo ok;; *) echo failed;; esac; sleep 0.1; done";

  private static final Duration SOON = Duration.ofSeconds(90);
  private static final Map<String, Integer> EVEN = Map.of("w1", 2, "w2", 2, "x1", 2);

  /** Six replicas on two workers, and a third joins; afterwards the same again, by force. */
  @Test
  void spreadsAServiceOverANodeThatHasComeAndLosesNoRequest(LabSwarm lab) {
    raise(lab);
    addNode(lab, "x1");
    eventually(() -> assertThat(Observed.of(lab).running("agent")).hasSize(4), SOON);
    int asked = answers(lab).size();
    Set<ResourceId> before = ids(lab);
    Map<String, Mapping> specs = Observed.of(lab).specs();

    Finished forecast = lab.swarmha("rebalance", "web", "--dry-run").expect(0);
    Finished rebalanced = lab.swarmha("rebalance").expect(0);

    assertThat(forecast.out()).containsPattern("(?m)^x1 +0 +2$");
    assertThat(rebalanced.out())
        .containsPattern("agent +0 +left alone: a global service")
        .containsPattern("client +0 +left alone: a single task")
        .contains("1 service spread anew, by 2 moves");
    assertThat(Observed.of(lab).spread("web")).isEqualTo(EVEN);
    assertThat(started(rebalanced)).hasSize(2);
    Set<ResourceId> stayed = ids(lab);
    stayed.retainAll(before);
    assertThat(stayed).hasSize(4);
    assertThat(Observed.of(lab).specs()).isEqualTo(specs);
    // What was stopped has to be gone before it is known that nobody missed it.
    eventually(() -> assertThat(answers(lab)).hasSizeGreaterThan(asked + 60), SOON);
    List<String> answers = answers(lab);
    assertThat(answers.subList(asked, answers.size())).containsOnly("ok");

    forced(lab);
    interrupted(lab);
    killed(lab);
  }

  /** Six tasks on two workers, one on each node, and a client that asks all the while. */
  private static void raise(LabSwarm lab) {
    docker(lab, "network", "create", "--driver=overlay", "inner");
    service(lab, "agent", "--mode=global", "busybox", "sleep", "1000");
    service(
        lab,
        "web",
        "--replicas=6",
        "--network=inner",
        "--endpoint-mode=dnsrr",
        "--constraint=node.role==worker",
        "--update-parallelism=3",
        "--update-monitor=1s",
        "swarmha/web:1");
    eventually(() -> assertThat(Observed.of(lab).running("web")).hasSize(6), SOON);
    service(
        lab,
        "client",
        "--network=inner",
        "--constraint=node.hostname==m1",
        "busybox",
        "sh",
        "-c",
        ASKING);
    eventually(() -> assertThat(answers(lab)).contains("ok"), SOON);
  }

  private static void forced(LabSwarm lab) {
    empty(lab, "x1");

    Finished rebalanced = lab.swarmha("rebalance", "web", "--strategy", "force").expect(0);

    assertThat(rebalanced.out()).contains("1 service spread anew, by 6 restarts");
    assertThat(Observed.of(lab).spread("web")).isEqualTo(EVEN);

    lab.swarmha("rebalance", "web").expect(0);
    assertThat(Observed.of(lab).spread("web")).isEqualTo(EVEN);
  }

  private static void interrupted(LabSwarm lab) {
    empty(lab, "x1");
    Map<String, Mapping> specs = Observed.of(lab).specs();
    Running rebalance = startedSurge(lab);

    rebalance.interrupt();

    assertThat(rebalance.await().expect(130).err() + rebalance.out())
        .contains("replica counts are put back: web");
    assertThat(Observed.of(lab).specs()).isEqualTo(specs);
  }

  private static void killed(LabSwarm lab) {
    empty(lab, "x1");
    Map<String, Mapping> specs = Observed.of(lab).specs();
    Running rebalance = startedSurge(lab);

    rebalance.kill();

    rebalance.await().expect(137);
    assertThat(Observed.of(lab).specs()).isNotEqualTo(specs);
    lab.swarmha("rebalance", "web").expect(0);
    assertThat(Observed.of(lab).specs()).isEqualTo(specs);
    assertThat(Observed.of(lab).spread("web")).isEqualTo(EVEN);
  }

  /** A rebalance that has raised the service, and waits for its new tasks. */
  private static Running startedSurge(LabSwarm lab) {
    Running rebalance = lab.program("m1").start("rebalance", "web");
    eventually(
        () ->
            assertThat(String.valueOf(Observed.of(lab).specs().get("web")))
                .contains(SurgeMemory.LABEL),
        SOON);
    return rebalance;
  }

  /** Moves all tasks off a node, which then may have some again. */
  private static void empty(LabSwarm lab, String node) {
    lab.setAvailability(node, "drain");
    eventually(
        () -> assertThat(Observed.of(lab).spread("web")).isEqualTo(Map.of("w1", 3, "w2", 3)), SOON);
    lab.setAvailability(node, "active");
  }

  private static List<String> answers(LabSwarm lab) {
    return lab.docker("m1")
        .run("service", "logs", "--raw", "client")
        .out()
        .lines()
        .filter(line -> line.equals("ok") || line.equals("failed"))
        .toList();
  }

  /** The tasks that the program saw coming up. */
  private static Set<String> started(Finished rebalanced) {
    Set<String> started = new HashSet<>();
    rebalanced
        .out()
        .lines()
        .filter(line -> line.matches("web\\.\\d+ on x1: running"))
        .forEach(started::add);
    return started;
  }

  private static Set<ResourceId> ids(LabSwarm lab) {
    return Observed.of(lab).running("web").stream().map(Task::id).collect(Collectors.toSet());
  }

  private static void service(LabSwarm lab, String name, String... rest) {
    docker(
        lab,
        Stream.concat(Stream.of("service", "create", "--detach", "--name=" + name), Stream.of(rest))
            .toArray(String[]::new));
  }

  private static void docker(LabSwarm lab, String... words) {
    lab.docker("m1").run(words).expect(0);
  }

  private static void addNode(LabSwarm lab, String node) {
    lab.add(node);
    String token = lab.swarmha("token", "worker", "-q").expect(0).out().strip();
    lab.program(node).run("join", "--token", token, lab.address("m1") + ":2377").expect(0);
  }
}
