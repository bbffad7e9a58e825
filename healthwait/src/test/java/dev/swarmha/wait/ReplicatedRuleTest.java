package dev.swarmha.wait;

import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.engine.Node.NodeState;
import dev.swarmha.engine.TaskState;
import dev.swarmha.engine.UpdateStatus.UpdateState;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What one snapshot says of a replicated service. */
class ReplicatedRuleTest {

  private record Case(String name, Consumer<SwarmSketch> world, Convergence verdict) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> replicas() {
    return Stream.of(
        web(
            "converges when every replica runs",
            web -> {
              web.replicas(2).task(1);
              web.task(2);
            },
            converged(2)),
        web("has one replica unless the spec says more", web -> web.task(1), converged(1)),
        web("converges at once with no replicas", web -> web.replicas(0), converged(0)),
        web(
            "waits for a replica that is still starting",
            web -> {
              web.replicas(2).task(1);
              web.task(2).is(TaskState.STARTING);
            },
            progressing(1, 2)),
        web(
            "waits for replicas that have no task yet",
            web -> web.replicas(3).task(1),
            progressing(1, 3)),
        web(
            "waits until surplus replicas are told to stop",
            web -> {
              web.replicas(1).task(1);
              web.task(2);
            },
            progressing(2, 1)),
        web(
            "does not mind surplus replicas that are stopping",
            web -> {
              web.replicas(1).task(1);
              web.task(2).stopping();
            },
            converged(1)));
  }

  static Stream<Case> otherSpecs() {
    return Stream.of(
        web(
            "counts no task of another spec",
            web -> {
              web.replicas(2).task(1).outdated();
              web.task(2);
            },
            progressing(1, 2)),
        web(
            "waits for the task of another spec beside the new one in the same slot",
            web -> {
              web.replicas(1).task(1).outdated();
              web.task(1);
            },
            progressing(1, 1)),
        web(
            "does not mind a task of another spec that is stopping",
            web -> {
              web.replicas(1).task(1).outdated().stopping();
              web.task(1);
            },
            converged(1)),
        web(
            "counts two tasks in one slot as one replica",
            web -> {
              web.replicas(2).task(1);
              web.task(1);
            },
            progressing(1, 2)));
  }

  static Stream<Case> nodes() {
    return Stream.of(
        world(
            "counts no task on a node that is down",
            swarm -> {
              swarm.node("n2", NodeState.DOWN).service("web").replicas(2).task(1);
              swarm.service("web").task(2);
            },
            progressing(1, 2)),
        world(
            "counts no task on a node that the managers know nothing of yet",
            swarm -> {
              swarm.node("n1", NodeState.UNKNOWN).service("web").task(1);
            },
            progressing(0, 1)));
  }

  static Stream<Case> restarts() {
    return Stream.of(
        web(
            "counts a task that ended well and may rest",
            web -> web.restart("on-failure").task(1).completed(),
            converged(1)),
        web(
            "counts no task that ended well but should run",
            web -> {
              web.task(1).completed();
              web.task(1).is(TaskState.READY);
            },
            progressing(0, 1)));
  }

  static Stream<Case> updates() {
    return Stream.of(
        web(
            "waits until the Engine has watched an update for long enough",
            web -> web.status(UpdateState.UPDATING, "update in progress").task(1),
            progressing(1, 1)),
        web(
            "waits for a rollback to the spec that is meant",
            web -> web.status(UpdateState.ROLLBACK_STARTED, "rolling back").task(1),
            progressing(1, 1)),
        web(
            "takes a rollback to the spec that is meant for success",
            web -> web.status(UpdateState.ROLLBACK_COMPLETED, "rollback completed").task(1),
            converged(1)),
        web(
            "is not disturbed by an update state of a newer Engine",
            web -> web.status(UpdateState.UNKNOWN, "").task(1),
            converged(1)),
        web(
            "says why no node suits a task",
            web ->
                web.task(1)
                    .unplaced("no suitable node (scheduling constraints not satisfied on 3 nodes)"),
            new Convergence.Pending(
                0, 1, "no suitable node (scheduling constraints not satisfied on 3 nodes)")));
  }

  @ParameterizedTest
  @MethodSource({"replicas", "otherSpecs", "nodes", "restarts", "updates"})
  void judges(Case one) {
    SwarmSketch swarm = new SwarmSketch();
    one.world().accept(swarm);

    Convergence verdict = ConvergenceJudge.judge(swarm.service("web").target(), swarm.snapshot());

    assertThat(verdict).isEqualTo(one.verdict());
  }

  private static Case web(String name, Consumer<ServiceSketch> service, Convergence verdict) {
    return world(name, swarm -> service.accept(swarm.service("web")), verdict);
  }

  private static Case world(String name, Consumer<SwarmSketch> world, Convergence verdict) {
    return new Case(name, world, verdict);
  }

  private static Convergence converged(int wanted) {
    return new Convergence.Converged(wanted);
  }

  private static Convergence progressing(int done, int wanted) {
    return new Convergence.Progressing(done, wanted);
  }
}
