package dev.swarmha.lab.placement;

import static dev.swarmha.lab.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.deploy.placement.Candidate;
import dev.swarmha.deploy.placement.NextTask;
import dev.swarmha.deploy.placement.NodeLoads;
import dev.swarmha.deploy.placement.Outcomes;
import dev.swarmha.deploy.placement.Placement;
import dev.swarmha.deploy.placement.ScaleDown;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.ObjectVersion;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.Selector;
import dev.swarmha.engine.Snapshot;
import dev.swarmha.engine.SwarmEngine;
import dev.swarmha.engine.Task;
import dev.swarmha.engine.TaskQuery;
import dev.swarmha.engine.TaskState;
import dev.swarmha.engine.WriteOptions;
import dev.swarmha.engine.testkit.ServiceSpecBuilder;
import dev.swarmha.engine.time.SystemTimeline;
import dev.swarmha.lab.Lab;
import dev.swarmha.lab.LabSwarm;
import dev.swarmha.lab.SummaryLine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * The simulation of the scheduler beside the real one. What is placed need not run: the image is
 * not there, so that tasks end a moment after they have been given a node, and cost nothing. A few
 * services that do run make the nodes uneven.
 */
@Lab(managers = 1, workers = 4)
class SchedulerTest {

  private static final int ENOUGH = 200;
  private static final Duration SOON = Duration.ofSeconds(60);

  private final List<String> contradictions = new ArrayList<>();
  private int placements;
  private int explained;

  @Test
  void putsTasksWhereTheSimulationAllowsIt(LabSwarm lab) {
    SwarmEngine swarm = lab.swarm();
    background(swarm);

    for (int seed = 1; placements < ENOUGH; seed++) {
      Random random = new Random(seed);
      RandomPlacements.describeNodes(swarm, random);
      for (int number = 1; number <= 5; number++) {
        place(swarm, RandomPlacements.service("s" + seed + "-" + number, random), seed);
      }
      if (seed % 3 == 0) {
        scale(swarm, "steady2", seed);
      }
    }

    SummaryLine.print(
        "placement: %d placements, %d explained, %d contradicted",
        placements, explained, contradictions.size());
    assertThat(contradictions).isEmpty();
    assertThat(explained).isEqualTo(placements).isGreaterThanOrEqualTo(ENOUGH);
  }

  private static void background(SwarmEngine swarm) {
    create(
        swarm,
        ServiceSpecBuilder.service("steady1", "swarmha/any:1")
            .replicas(2)
            .constraint("node.hostname==w1"));
    create(
        swarm,
        ServiceSpecBuilder.service("steady2", "swarmha/any:1")
            .replicas(3)
            .constraint("node.role==worker")
            .constraint("node.hostname!=w4"));
    create(
        swarm,
        ServiceSpecBuilder.service("steady3", "swarmha/any:1")
            .constraint("node.hostname==w2")
            .hostPort(8081, 80)
            .reserve(0, RandomPlacements.memory(swarm) / 2));
    eventually(
        () ->
            assertThat(snapshot(swarm).tasks().stream().filter(Task::isRunning).count())
                .isEqualTo(6),
        SOON);
  }

  private void place(SwarmEngine swarm, ServiceSpecBuilder spec, int seed) {
    Snapshot before = snapshot(swarm);
    NodeLoads loads = NodeLoads.of(before);
    Resource planned = resource(spec.replicas(1).build(), new ResourceId("planned"));
    List<Candidate> candidates = loads.candidates(planned);
    long room = candidates.stream().mapToLong(it -> Math.min(it.room(), 20)).sum();
    int wanted = (int) Math.min(6 + new Random(seed).nextInt(6), Math.max(room, 1));
    Resource service = create(swarm, spec.replicas(wanted));

    if (room == 0) {
      refused(swarm, service, loads.judge(planned));
    } else {
      List<Task> tasks = assigned(swarm, service, wanted);
      compare(
          service.name() + " of " + wanted + " by " + candidates,
          Outcomes.ofPlacing(candidates, wanted),
          counts(candidates, tasks));
      NextTask next = NextTask.of(planned, loads);
      boolean all = next.allowed().size() + next.others().size() == candidates.size();
      count(wanted, all && next.others().values().stream().noneMatch(String::isBlank));
    }
    gone(swarm, service);
  }

  private void count(int tasks, boolean withReasons) {
    placements += tasks;
    explained += withReasons ? tasks : 0;
  }

  private void refused(SwarmEngine swarm, Resource service, Placement placement) {
    eventually(
        () -> assertThat(errors(swarm, service)).isNotEmpty().noneMatch(String::isEmpty), SOON);
    String error = errors(swarm, service).get(0);
    if (!placement.agreesWith(error)) {
      contradictions.add(service.name() + ": " + error + " but " + placement.engineWords());
    }
    count(1, true);
  }

  private static List<String> errors(SwarmEngine swarm, Resource service) {
    return swarm.tasks(TaskQuery.ofService(service.id())).stream()
        .map(task -> task.status().error())
        .toList();
  }

  private void compare(String what, Iterable<List<Integer>> allowed, List<Integer> seen) {
    for (List<Integer> outcome : allowed) {
      if (outcome.equals(seen)) {
        return;
      }
    }
    contradictions.add(what + ": " + seen + " is none of " + allowed);
  }

  /** A service that runs gets two tasks more, and loses them again. */
  private void scale(SwarmEngine swarm, String name, int seed) {
    Resource service = find(swarm, name);
    List<Candidate> before = NodeLoads.of(snapshot(swarm)).candidates(service);
    int had = before.stream().mapToInt(Candidate::own).sum();
    set(swarm, service, had + 2);
    List<Task> up = running(swarm, service, had + 2);
    List<Integer> added = difference(before, up);
    compare(name + " scaled up, seed " + seed, Outcomes.ofPlacing(before, 2), added);
    set(swarm, find(swarm, name), had);
    List<Task> down = running(swarm, service, had);
    compare(
        name + " scaled down, seed " + seed,
        ScaleDown.outcomes(counts(before, up), had),
        counts(before, down));
    count(2, true);
  }

  private static List<Integer> difference(List<Candidate> before, List<Task> after) {
    List<Integer> counts = counts(before, after);
    List<Integer> added = new ArrayList<>();
    for (int index = 0; index < counts.size(); index++) {
      added.add(counts.get(index) - before.get(index).own());
    }
    return added;
  }

  private static void set(SwarmEngine swarm, Resource service, int replicas) {
    swarm.update(
        service, ServiceSpecBuilder.of(service).replicas(replicas).build(), WriteOptions.NONE);
  }

  private static List<Task> running(SwarmEngine swarm, Resource service, int count) {
    List<Task> found = new ArrayList<>();
    eventually(
        () -> {
          found.clear();
          List<Task> tasks = swarm.tasks(TaskQuery.ofService(service.id()));
          tasks.stream().filter(Task::isRunning).forEach(found::add);
          assertThat(found).hasSize(count);
          assertThat(tasks.stream().filter(task -> !task.state().isTerminal())).hasSize(count);
        },
        SOON);
    return found;
  }

  private static List<Task> assigned(SwarmEngine swarm, Resource service, int count) {
    List<Task> found = new ArrayList<>();
    eventually(
        () -> {
          found.clear();
          found.addAll(swarm.tasks(TaskQuery.ofService(service.id())));
          assertThat(found).hasSize(count).allMatch(task -> task.node().isPresent());
        },
        SOON);
    return found;
  }

  /** Waits until its tasks hold nothing any more, and forgets it. */
  private static void gone(SwarmEngine swarm, Resource service) {
    eventually(
        () ->
            assertThat(swarm.tasks(TaskQuery.ofService(service.id())))
                .allMatch(
                    task ->
                        task.state().isTerminal()
                            || task.state().compareTo(TaskState.ASSIGNED) < 0),
        SOON);
    swarm.remove(find(swarm, service.name()));
  }

  private static List<Integer> counts(List<Candidate> candidates, List<Task> tasks) {
    return candidates.stream()
        .map(
            candidate ->
                (int)
                    tasks.stream()
                        .filter(
                            task -> task.node().filter(candidate.node().id()::equals).isPresent())
                        .count())
        .toList();
  }

  private static Snapshot snapshot(SwarmEngine swarm) {
    return Snapshot.ofSwarm(swarm, new SystemTimeline());
  }

  private static Resource create(SwarmEngine swarm, ServiceSpecBuilder spec) {
    Mapping built = spec.build();
    swarm.create(ResourceKind.SERVICE, built, WriteOptions.NONE);
    return find(swarm, built.text("Name").orElseThrow());
  }

  private static Resource find(SwarmEngine swarm, String name) {
    return swarm.list(ResourceKind.SERVICE, Selector.names(name)).get(0);
  }

  private static Resource resource(Mapping spec, ResourceId id) {
    return new Resource(
        ResourceKind.SERVICE,
        id,
        new ObjectVersion(1),
        spec.text("Name").orElseThrow(),
        Instant.EPOCH,
        spec,
        Optional.empty());
  }
}
