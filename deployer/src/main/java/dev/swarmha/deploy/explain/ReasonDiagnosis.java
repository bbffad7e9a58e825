package dev.swarmha.deploy.explain;

import static java.util.Objects.requireNonNull;

import dev.swarmha.deploy.placement.Placement;
import dev.swarmha.engine.Container;
import dev.swarmha.engine.Container.HealthCheckRun;
import dev.swarmha.engine.EngineContainers;
import dev.swarmha.engine.EngineException;
import dev.swarmha.engine.EngineInterruptedException;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.Selector;
import dev.swarmha.engine.Snapshot;
import dev.swarmha.engine.SwarmEngine;
import dev.swarmha.engine.Task;
import dev.swarmha.engine.time.Timeline;
import dev.swarmha.wait.Diagnosis;
import dev.swarmha.wait.Diagnosis.NodeRefusal;
import dev.swarmha.wait.Reason;
import java.util.List;
import java.util.Optional;

/**
 * Adds to reasons what else can be known of them, and what to do: while a rollout has just failed
 * and before anything is taken back. Looks at the swarm once, and only where a task has a part in a
 * reason; what cannot be had is left out.
 */
public final class ReasonDiagnosis {

  private final SwarmEngine engine;
  private final EngineContainers containers;
  private final Timeline timeline;

  public ReasonDiagnosis(SwarmEngine engine, EngineContainers containers, Timeline timeline) {
    this.engine = requireNonNull(engine, "engine");
    this.containers = requireNonNull(containers, "containers");
    this.timeline = requireNonNull(timeline, "timeline");
  }

  /** The same reasons in the same order. */
  public List<Reason> of(List<Reason> reasons) {
    if (reasons.stream().allMatch(reason -> reason.task().isEmpty())) {
      return reasons;
    }
    Optional<Snapshot> snapshot = snapshot();
    return reasons.stream().map(reason -> diagnosed(reason, snapshot)).toList();
  }

  private Optional<Snapshot> snapshot() {
    try {
      return Optional.of(
          Snapshot.ofSwarm(engine, timeline)
              .with(ResourceKind.NETWORK, engine.list(ResourceKind.NETWORK, Selector.all())));
    } catch (EngineInterruptedException interrupted) {
      throw interrupted;
    } catch (EngineException away) {
      return Optional.empty();
    }
  }

  private Reason diagnosed(Reason reason, Optional<Snapshot> snapshot) {
    if (reason.task().isEmpty()) {
      return reason;
    }
    Optional<Integer> exitCode = reason.diagnosis().exitCode();
    Optional<Task> task = snapshot.flatMap(it -> task(reason, it));
    Optional<Resource> service =
        snapshot.flatMap(it -> it.find(ResourceKind.SERVICE, reason.service()));
    Ailment ailment =
        Ailment.of(reason.message(), exitCode, service.filter(ReasonDiagnosis::isJob).isPresent());
    if (ailment == Ailment.NO_SUITABLE_NODE && task.isPresent() && service.isPresent()) {
      return reason.with(ofNodes(task.get(), service.get(), snapshot.orElseThrow()));
    }
    Optional<Container> container =
        task.filter(it -> ailment.isOfContainer())
            .flatMap(Task::container)
            .flatMap(containers::find);
    return reason.with(ofContainer(ailment, exitCode, container));
  }

  private static Diagnosis ofNodes(Task task, Resource service, Snapshot snapshot) {
    Placement placement = Placements.certain(task, service, snapshot);
    return new Diagnosis(
        Optional.empty(),
        false,
        placement.nodes().stream()
            .map(fit -> new NodeRefusal(fit.node().hostname(), fit.words()))
            .toList(),
        List.of(),
        PlacementAdvice.on(placement, service, snapshot)
            .or(() -> Optional.of(Ailment.NO_SUITABLE_NODE.advice())));
  }

  private static Diagnosis ofContainer(
      Ailment ailment, Optional<Integer> exitCode, Optional<Container> container) {
    boolean outOfMemory = container.filter(Container::outOfMemory).isPresent();
    Ailment known = outOfMemory ? Ailment.OUT_OF_MEMORY : ailment;
    return new Diagnosis(
        exitCode,
        outOfMemory,
        List.of(),
        known == Ailment.UNHEALTHY
            ? container.map(ReasonDiagnosis::failedChecks).orElse(List.of())
            : List.of(),
        Optional.of(known).filter(it -> it != Ailment.OTHER).map(Ailment::advice));
  }

  /** A check that fails in the same way again and again is told once. */
  private static List<HealthCheckRun> failedChecks(Container container) {
    return container.healthChecks().stream().filter(run -> !run.passed()).distinct().toList();
  }

  private static Optional<Task> task(Reason reason, Snapshot snapshot) {
    return reason
        .task()
        .flatMap(
            failed ->
                snapshot.tasks().stream().filter(it -> it.id().equals(failed.id())).findFirst());
  }

  private static boolean isJob(Resource service) {
    return service.spec().mapping("Mode").has("ReplicatedJob")
        || service.spec().mapping("Mode").has("GlobalJob");
  }
}
