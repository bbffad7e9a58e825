package dev.swarmha.deploy.cluster.declared;

import static java.util.Objects.requireNonNull;

import dev.swarmha.deploy.Counted;
import dev.swarmha.deploy.event.ProgressEvent;
import dev.swarmha.deploy.event.ProgressSink;
import dev.swarmha.deploy.outcome.Outcome;
import dev.swarmha.deploy.plan.DesiredResource;
import dev.swarmha.deploy.rotate.SecretContents;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.EngineConnection;
import dev.swarmha.engine.EngineInterruptedException;
import dev.swarmha.engine.EngineRefusedException;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.ResourceRef;
import dev.swarmha.engine.time.Deadline;
import dev.swarmha.engine.time.Timeline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

/** Brings a cluster to what its file declares. */
public final class ApplyCluster {

  private final OpenMachines machines;
  private final Timeline timeline;
  private final ProgressSink sink;
  private final Executor executor;

  /**
   * A use case.
   *
   * @param executor what asks the machines side by side
   */
  public ApplyCluster(
      OpenMachines machines, Timeline timeline, ProgressSink sink, Executor executor) {
    this.machines = requireNonNull(machines, "machines");
    this.timeline = requireNonNull(timeline, "timeline");
    this.sink = requireNonNull(sink, "sink");
    this.executor = requireNonNull(executor, "executor");
  }

  /** The plan, a swarm to make it in if there is one. */
  private record Planned(ClusterPlan plan, Optional<EngineConnection> swarm) {}

  /**
   * What would be done. Nothing is written, so that the contents of secrets are not compared.
   *
   * @throws EngineRefusedException when something speaks against any change
   * @throws InterruptedException when the command is interrupted
   */
  public ClusterPlan plan(DesiredCluster desired) throws InterruptedException {
    return admitted(planned(desired, false).plan());
  }

  /**
   * Does it.
   *
   * @param timeout for all of it
   * @throws EngineRefusedException when something speaks against any change, or when not all is as
   *     declared in the end, because a machine is down or the Engine has refused a step
   */
  public Outcome run(DesiredCluster desired, Duration timeout) {
    Deadline deadline = Deadline.in(timeout, timeline);
    try {
      return apply(desired, deadline);
    } catch (InterruptedException | EngineInterruptedException interrupted) {
      return new Outcome.Interrupted(
          "interrupted; what has been done stays: swarmha cluster apply goes on from there");
    }
  }

  private Outcome apply(DesiredCluster desired, Deadline deadline) throws InterruptedException {
    Planned planned = planned(desired, true);
    ClusterPlan plan = admitted(planned.plan());
    sink.on(new ProgressEvent.ClusterPlanMade(plan));
    ClusterDeeds deeds =
        new ClusterDeeds(machines, desired.file().swarm(), planned.swarm(), deadline);
    ClusterExecutor steps = new ClusterExecutor(deeds, sink);
    List<String> missing = new ArrayList<>(plan.shortfalls());
    missing.addAll(steps.run(plan));
    Optional<String> key =
        deeds
            .unlockKey()
            .map(
                known ->
                    "each manager asks for this key when it restarts (docker swarm unlock), so keep"
                        + " it safe: "
                        + known);
    if (!missing.isEmpty()) {
      key.ifPresent(text -> sink.on(new ProgressEvent.Noted(text)));
      throw new EngineRefusedException(
          "the cluster is not as declared: " + String.join("; ", missing));
    }
    String summary =
        "the cluster is as declared"
            + (plan.steps().isEmpty() ? ", nothing to do: " : ": ")
            + Counted.of(desired.file().managers().size(), "manager")
            + ", "
            + Counted.of(desired.file().workers().size(), "worker");
    return new Outcome.Done(summary + key.map(text -> "; " + text).orElse(""));
  }

  private static ClusterPlan admitted(ClusterPlan plan) {
    if (!plan.refusals().isEmpty()) {
      throw new EngineRefusedException(
          "nothing was changed: " + String.join("; ", plan.refusals()));
    }
    return plan;
  }

  private Planned planned(DesiredCluster desired, boolean compareSecrets)
      throws InterruptedException {
    Survey survey = new SurveyMachines(machines, executor).run();
    TargetSwarm target = TargetSwarm.of(survey);
    Optional<EngineConnection> swarm =
        Optional.of(target.managers())
            .filter(managers -> !managers.isEmpty())
            .map(managers -> machines.swarm(managers, timeline));
    Optional<ClusterSnapshot> observed =
        swarm.map(connection -> ClusterSnapshot.of(connection, timeline));
    Set<String> otherSecrets =
        compareSecrets && swarm.isPresent()
            ? otherSecrets(desired, swarm.get(), observed.orElseThrow())
            : Set.of();
    ClusterReconciler reconciler = new ClusterReconciler(desired, survey, target, observed);
    return new Planned(reconciler.plan(otherSecrets), swarm);
  }

  private static Set<String> otherSecrets(
      DesiredCluster desired, EngineConnection swarm, ClusterSnapshot observed) {
    List<DesiredResource> there = new ArrayList<>();
    desired
        .secrets()
        .forEach(
            (name, payload) -> {
              if (observed.objects().find(ResourceKind.SECRET, name).isPresent()) {
                ResourceRef ref = new ResourceRef(ResourceKind.SECRET, name);
                there.add(new DesiredResource(ref, Mapping.empty(), Optional.of(payload)));
              }
            });
    return new SecretContents(swarm.swarm())
        .different(there, observed.objects()).stream()
            .map(ResourceRef::name)
            .collect(Collectors.toSet());
  }
}
