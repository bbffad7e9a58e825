package dev.swarmha.wait;

import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.Task;
import dev.swarmha.engine.TaskState;
import dev.swarmha.wait.event.WaitEvent;
import dev.swarmha.wait.event.WaitListener;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Tells a listener what is another than it was told before, for one service. */
final class Movements {

  private final String service;
  private final WaitListener listener;
  private final Map<ResourceId, TaskState> states = new HashMap<>();
  private Optional<Convergence> verdict = Optional.empty();
  private boolean begun;

  Movements(String service, WaitListener listener) {
    this.service = service;
    this.listener = listener;
  }

  /** Tells what has changed, and whether anything has. */
  boolean report(Optional<Observation.Progress> progress, Convergence current) {
    boolean moved = progress.map(it -> reportTasks(it.rollout())).orElse(false);
    if (verdict.filter(current::equals).isPresent()) {
      return moved;
    }
    verdict = Optional.of(current);
    listener.on(new WaitEvent.ServiceMoved(service, current));
    return true;
  }

  private boolean reportTasks(Rollout rollout) {
    boolean moved = false;
    for (Task task : rollout.tasks()) {
      Optional<TaskState> before = Optional.ofNullable(states.put(task.id(), task.state()));
      boolean told = before.filter(state -> state == task.state()).isPresent();
      // What ran already, or had ended, before anybody looked has not moved.
      boolean news = begun || task.state().compareTo(TaskState.RUNNING) < 0;
      if (task.upToDate() && !told && news) {
        moved = true;
        listener.on(
            new WaitEvent.TaskMoved(
                service, rollout.nameOf(task), rollout.nodeName(task), before, task));
      }
    }
    begun = true;
    return moved;
  }
}
