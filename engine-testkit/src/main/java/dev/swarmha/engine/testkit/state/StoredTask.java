package dev.swarmha.engine.testkit.state;

import static java.util.Objects.requireNonNull;

import dev.swarmha.document.Mapping;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.Task;
import dev.swarmha.engine.Task.HostPort;
import dev.swarmha.engine.TaskState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A task as the managers and its node's agent keep it. What it was made from never changes; where
 * it is and how far it has come do, and each change wakes the managers.
 */
public final class StoredTask {

  /** What a task is made from. */
  public record Birth(
      ResourceId id, StoredObject service, Optional<Integer> slot, Instant createdAt) {
    public Birth {
      requireNonNull(id, "id");
      requireNonNull(service, "service");
      requireNonNull(slot, "slot");
      requireNonNull(createdAt, "createdAt");
    }
  }

  private final Birth birth;
  private final TaskSpec spec;
  private final ClusterState state;
  private Optional<ResourceId> node;
  private TaskState desired;
  private Task.Status status;
  private Optional<Instant> runningSince = Optional.empty();
  private Optional<Instant> due = Optional.empty();

  StoredTask(ClusterState state, Birth birth, Optional<ResourceId> node, TaskState desired) {
    this.state = state;
    this.birth = birth;
    this.spec = birth.service().service().task();
    this.node = node;
    this.desired = desired;
    this.status = status(TaskState.NEW, birth.createdAt(), "created");
  }

  private static Task.Status status(TaskState state, Instant since, String message) {
    return new Task.Status(state, since, message, "", Optional.empty(), List.of());
  }

  public ResourceId id() {
    return birth.id();
  }

  public ResourceId service() {
    return birth.service().id();
  }

  public Optional<Integer> slot() {
    return birth.slot();
  }

  public Instant createdAt() {
    return birth.createdAt();
  }

  public Map<String, String> serviceLabels() {
    return birth.service().service().labels();
  }

  public TaskSpec spec() {
    return spec;
  }

  public Mapping endpoint() {
    return birth.service().service().endpoint();
  }

  public List<PublishedPort> hostPorts() {
    return birth.service().service().ports().stream().filter(PublishedPort::onNode).toList();
  }

  public Optional<ResourceId> node() {
    return node;
  }

  public TaskState desired() {
    return desired;
  }

  public TaskState state() {
    return status.state();
  }

  public Task.Status status() {
    return status;
  }

  public Optional<Instant> runningSince() {
    return runningSince;
  }

  /** The version of its service that it was made from. */
  public long serviceVersion() {
    return birth.service().version();
  }

  /** The id of its container, from the moment that there is one. */
  public Optional<String> container() {
    boolean rejected = state() == TaskState.REJECTED;
    return state().compareTo(TaskState.READY) >= 0 && !rejected
        ? Optional.of("c" + id().value())
        : Optional.empty();
  }

  /** Whether the managers want it to run, now or soon, or to its end. */
  public boolean isWanted() {
    return desired.compareTo(TaskState.COMPLETE) <= 0;
  }

  /** Whether it may start; a task that is only prepared may not. */
  public boolean mayStart() {
    return desired == TaskState.RUNNING || desired == TaskState.COMPLETE;
  }

  /** Lets it start: for good, or until it completes. */
  public void letStart() {
    desire(birth.service().service().isJob() ? TaskState.COMPLETE : TaskState.RUNNING);
  }

  public boolean hasEnded() {
    return state().isTerminal();
  }

  /** Whether the scheduler has confirmed its node. */
  public boolean isPlaced() {
    return state().compareTo(TaskState.ASSIGNED) >= 0;
  }

  public boolean isOn(ResourceId other) {
    return node.filter(other::equals).isPresent();
  }

  /** Whether the time that the agent has set for the next step is there. */
  public boolean isDue() {
    return due.filter(at -> !at.isAfter(state.now())).isPresent();
  }

  public boolean isTimed() {
    return due.isPresent();
  }

  /** Sets the time of the agent's next step. */
  public void stepAfter(Duration time) {
    Instant at = state.now().plus(time);
    due = Optional.of(at);
    state.wakeAt(at);
  }

  public void desire(TaskState wanted) {
    if (desired != wanted) {
      desired = wanted;
      if (!isWanted()) {
        due = Optional.empty();
      }
      state.changed();
    }
  }

  public void assignTo(ResourceId id) {
    node = Optional.of(id);
    enter(TaskState.ASSIGNED, "scheduler assigned task to node");
  }

  /** Takes the next state; what an earlier one had to say of errors is forgotten. */
  public void enter(TaskState next, String message) {
    change(status(next, state.now(), message));
    if (next == TaskState.RUNNING) {
      runningSince = Optional.of(state.now());
    }
  }

  /** Ends otherwise than it should, in the Engine's words. */
  public void fail(TaskState end, String error, Optional<Integer> exitCode) {
    change(
        new Task.Status(end, state.now(), status.message(), error, exitCode, status.hostPorts()));
  }

  /** Its process ends with an exit code other than 0, and perhaps more to say. */
  public void exit(int code, String detail) {
    String error = "task: non-zero exit (" + code + ")" + detail;
    fail(TaskState.FAILED, error, Optional.of(code));
  }

  /** Ends of its own accord with exit code 0. */
  public void complete() {
    change(
        new Task.Status(
            TaskState.COMPLETE, state.now(), "finished", "", Optional.of(0), List.of()));
  }

  /** Stays where it is, with the reason why it does. */
  public void explain(String error) {
    if (!status.error().equals(error)) {
      change(
          new Task.Status(
              state(), status.since(), status.message(), error, Optional.empty(), List.of()));
    }
  }

  /** Opens ports on the node. */
  public void open(List<HostPort> ports) {
    change(new Task.Status(state(), status.since(), status.message(), "", Optional.empty(), ports));
  }

  private void change(Task.Status next) {
    status = next;
    due = Optional.empty();
    state.changed();
  }

  /** What the API shows, where the first slot of a job looks like none: it leaves out zeros. */
  public Task toTask(boolean upToDate) {
    Optional<Integer> shown = slot().filter(number -> number > 0);
    return new Task(
        id(),
        service(),
        shown,
        node,
        desired,
        status,
        spec.image(),
        createdAt(),
        upToDate,
        spec.reservations(),
        container());
  }
}
