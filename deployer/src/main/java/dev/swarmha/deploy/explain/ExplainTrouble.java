package dev.swarmha.deploy.explain;

import static java.util.Objects.requireNonNull;

import dev.swarmha.deploy.placement.NodeFit;
import dev.swarmha.deploy.placement.Placement;
import dev.swarmha.deploy.placement.TaskNeeds;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.EngineConnection;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.Selector;
import dev.swarmha.engine.Snapshot;
import dev.swarmha.engine.Task;
import dev.swarmha.engine.UpdateStatus;
import dev.swarmha.engine.time.Timeline;
import dev.swarmha.wait.Convergence;
import dev.swarmha.wait.ConvergenceJudge;
import dev.swarmha.wait.ServiceTarget;
import dev.swarmha.wait.Slot;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Explains why a service or a task does not run. */
public final class ExplainTrouble {

  /** Each may cost a log. */
  private static final int TOLD_AT_MOST = 5;

  private final EngineConnection connection;
  private final Timeline timeline;

  public ExplainTrouble(EngineConnection connection, Timeline timeline) {
    this.connection = requireNonNull(connection, "connection");
    this.timeline = requireNonNull(timeline, "timeline");
  }

  /**
   * Explains it by one look at the whole swarm, since other services' tasks may be in the way.
   *
   * @param name a service or a task, by its name, its id, or the beginning of an id
   * @throws dev.swarmha.engine.NotFoundException when there is none
   * @throws dev.swarmha.engine.EngineRefusedException when several ids begin so
   */
  public Explanation run(String name) {
    Snapshot snapshot =
        Snapshot.ofSwarm(connection.swarm(), timeline)
            .with(
                ResourceKind.NETWORK,
                connection.swarm().list(ResourceKind.NETWORK, Selector.all()));
    Subject subject = Subject.find(name, snapshot);
    return subject
        .task()
        .map(task -> task(subject.service(), task, snapshot))
        .orElseGet(() -> service(subject.service(), snapshot));
  }

  private Explanation service(Resource service, Snapshot snapshot) {
    List<Task> tasks = snapshot.tasksOf(service.id());
    List<Symptom> symptoms = new Symptoms(service, snapshot).of(tasks);
    Convergence verdict =
        ConvergenceJudge.judge(
            new ServiceTarget(service.name(), service.id(), spec -> true, Duration.ZERO), snapshot);
    List<NodeFit> nodes = isLeftOut(service, tasks) ? nodes(service, snapshot) : List.of();
    return new Explanation(
        service.name(),
        Optional.empty(),
        verdict instanceof Convergence.Converged && symptoms.isEmpty() && nodes.isEmpty(),
        summary(service, tasks, verdict),
        service.updateStatus().map(UpdateStatus::message).orElse(""),
        nodes,
        troubles(service, symptoms, snapshot));
  }

  /** The managers make no tasks of a global service for nodes that do not suit. */
  private static boolean isLeftOut(Resource service, List<Task> tasks) {
    Mapping mode = service.spec().mapping("Mode");
    boolean global = mode.has("Global") || mode.has("GlobalJob");
    return global && tasks.stream().allMatch(task -> task.state().isTerminal());
  }

  private static List<NodeFit> nodes(Resource service, Snapshot snapshot) {
    Placement placement = Placement.judge(TaskNeeds.of(service, snapshot), snapshot);
    return placement.fitsSomewhere() ? List.of() : placement.nodes();
  }

  private static String summary(Resource service, List<Task> tasks, Convergence verdict) {
    Mapping mode = service.spec().mapping("Mode");
    boolean job = mode.has("ReplicatedJob") || mode.has("GlobalJob");
    long running = tasks.stream().filter(Task::isRunning).count();
    return verdict.accept(new Summary(running, job ? "have completed" : "run", mode.has("Global")));
  }

  private Explanation task(Resource service, Task task, Snapshot snapshot) {
    List<Symptom> symptoms = symptoms(service, task, snapshot);
    String node =
        task.node().flatMap(snapshot::node).map(found -> " on " + found.hostname()).orElse("");
    String state = task.state().name().toLowerCase(Locale.ROOT);
    String end =
        task.desired().isTerminal() && !task.state().isTerminal() ? ", and is being stopped" : "";
    return new Explanation(
        service.name(),
        Optional.of(task.displayName(service.name())),
        symptoms.isEmpty(),
        state + node + end,
        "",
        List.of(),
        troubles(service, symptoms, snapshot));
  }

  /** What has happened in its place before is a task's trouble as long as it is not steady. */
  private static List<Symptom> symptoms(Resource service, Task task, Snapshot snapshot) {
    Symptoms symptoms = new Symptoms(service, snapshot);
    List<Task> place =
        Slot.of(snapshot.tasksOf(service.id())).stream()
            .filter(slot -> slot.live().filter(task::equals).isPresent())
            .map(Slot::tasks)
            .findFirst()
            .orElse(List.of());
    return place.isEmpty()
        ? symptoms.ofOne(task).map(List::of).orElse(List.of())
        : symptoms.of(place);
  }

  private List<TaskTrouble> troubles(Resource service, List<Symptom> symptoms, Snapshot snapshot) {
    Examination examination = new Examination(connection, service, snapshot);
    return symptoms.stream().limit(TOLD_AT_MOST).map(examination::of).toList();
  }
}
