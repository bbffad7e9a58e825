package dev.swarmha.wait;

import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.Task;
import dev.swarmha.engine.TaskState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A task as a test describes it: of the newest spec, running and meant to, unless told otherwise.
 */
final class TaskSketch {

  private final String id;
  private final Optional<Integer> slot;
  private final Instant createdAt;
  private Optional<String> node;
  private TaskState state = TaskState.RUNNING;
  private TaskState desired = TaskState.RUNNING;
  private String error = "";
  private Optional<Integer> exitCode = Optional.empty();
  private boolean upToDate = true;

  TaskSketch(String id, Optional<Integer> slot, Optional<String> node, Instant createdAt) {
    this.id = id;
    this.slot = slot;
    this.node = node;
    this.createdAt = createdAt;
  }

  String id() {
    return id;
  }

  TaskSketch on(String hostname) {
    node = Optional.of(hostname);
    return this;
  }

  TaskSketch outdated() {
    upToDate = false;
    return this;
  }

  TaskSketch is(TaskState newState) {
    state = newState;
    return this;
  }

  /** The managers want it gone, whatever it does now. */
  TaskSketch stopping() {
    desired = TaskState.SHUTDOWN;
    return this;
  }

  TaskSketch unplaced(String words) {
    node = Optional.empty();
    state = TaskState.PENDING;
    error = words;
    return this;
  }

  TaskSketch failed(int code) {
    return ended(TaskState.FAILED, "task: non-zero exit (" + code + ")", code);
  }

  TaskSketch rejected(String words) {
    return ended(TaskState.REJECTED, words, 0).withoutExitCode();
  }

  TaskSketch completed() {
    return ended(TaskState.COMPLETE, "", 0);
  }

  TaskSketch says(String words) {
    error = words;
    return this;
  }

  /** Tasks of jobs are meant to complete. */
  TaskSketch ofJob() {
    desired = TaskState.COMPLETE;
    return this;
  }

  private TaskSketch ended(TaskState end, String words, int code) {
    state = end;
    desired = TaskState.SHUTDOWN;
    error = words;
    exitCode = Optional.of(code);
    return this;
  }

  private TaskSketch withoutExitCode() {
    exitCode = Optional.empty();
    return this;
  }

  Task of(ResourceId service) {
    return new Task(
        new ResourceId(id),
        service,
        slot,
        node.map(ResourceId::new),
        desired,
        new Task.Status(state, createdAt, "", error, exitCode, List.of()),
        "web:2",
        createdAt,
        upToDate);
  }
}
