package dev.swarmha.wait;

import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.engine.Node.Availability;
import dev.swarmha.engine.Node.NodeState;
import dev.swarmha.engine.TaskState;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What one snapshot says of a global service. */
class GlobalRuleTest {

  private record Case(
      String name, BiConsumer<SwarmSketch, ServiceSketch> world, Convergence verdict) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> tasks() {
    return Stream.of(
        new Case(
            "converges when every node has a running task",
            (swarm, agent) -> runOn(agent, "n1", "n2", "n3"),
            converged(3)),
        new Case(
            "waits for a node without a task",
            (swarm, agent) -> runOn(agent, "n1", "n2"),
            progressing(2, 3)),
        new Case("waits for the first task", (swarm, agent) -> {}, progressing(0, 3)),
        new Case(
            "waits for a task that is still starting",
            (swarm, agent) -> {
              runOn(agent, "n1", "n2");
              agent.taskOn("n3").is(TaskState.PREPARING);
            },
            progressing(2, 3)));
  }

  static Stream<Case> nodes() {
    return Stream.of(
        new Case(
            "does without a node that is down",
            (swarm, agent) -> {
              swarm.node("n3", NodeState.DOWN);
              runOn(agent, "n1", "n2", "n3");
            },
            converged(2)),
        new Case(
            "waits for nodes that a new leader has not heard from yet",
            (swarm, agent) -> {
              List.of("n1", "n2", "n3").forEach(node -> swarm.node(node, NodeState.UNKNOWN));
              runOn(agent, "n1", "n2", "n3");
            },
            progressing(0, 3)),
        new Case(
            "does without a drained node",
            (swarm, agent) -> {
              swarm.node("n3", Availability.DRAIN);
              runOn(agent, "n1", "n2");
            },
            converged(2)),
        new Case(
            "leaves alone what a paused node runs",
            (swarm, agent) -> {
              swarm.node("n3", Availability.PAUSE);
              runOn(agent, "n1", "n2");
              agent.taskOn("n3").outdated();
            },
            converged(2)),
        new Case(
            "waits for a task of another spec on a node that takes part",
            (swarm, agent) -> {
              runOn(agent, "n1", "n2", "n3");
              agent.taskOn("n3").outdated();
            },
            progressing(3, 3)));
  }

  static Stream<Case> constraints() {
    return Stream.of(
        new Case(
            "wants only the nodes where the constraints hold",
            (swarm, agent) -> runOn(agent.constraint("node.role == worker"), "n2", "n3"),
            converged(2)),
        new Case(
            "evaluates labels without regard to case",
            (swarm, agent) -> runOn(agent.constraint("node.labels.zone!=N3"), "n1", "n2"),
            converged(2)),
        new Case(
            "wants no node whose Engine lacks a label",
            (swarm, agent) -> agent.constraint("engine.labels.disk == ssd"),
            converged(0)),
        new Case(
            "takes the managers' word for constraints that it cannot evaluate",
            (swarm, agent) -> runOn(agent.constraint("node.ip == 10.0.0.2"), "n2"),
            converged(1)),
        new Case(
            "waits for a first task where it cannot evaluate the constraints",
            (swarm, agent) -> agent.constraint("node.ip == 10.0.0.2"),
            progressing(0, 1)),
        new Case(
            "converges with nothing where no node satisfies the constraints",
            (swarm, agent) -> agent.constraint("node.hostname == n9"),
            converged(0)));
  }

  @ParameterizedTest
  @MethodSource({"tasks", "nodes", "constraints"})
  void judges(Case one) {
    SwarmSketch swarm = new SwarmSketch();
    ServiceSketch agent = swarm.service("agent").global();
    one.world().accept(swarm, agent);

    Convergence verdict = ConvergenceJudge.judge(agent.target(), swarm.snapshot());

    assertThat(verdict).isEqualTo(one.verdict());
  }

  private static void runOn(ServiceSketch agent, String... nodes) {
    List.of(nodes).forEach(agent::taskOn);
  }

  private static Convergence converged(int wanted) {
    return new Convergence.Converged(wanted);
  }

  private static Convergence progressing(int done, int wanted) {
    return new Convergence.Progressing(done, wanted);
  }
}
