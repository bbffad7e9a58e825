package dev.swarmha.wait.event;

import static java.util.Objects.requireNonNull;

import dev.swarmha.engine.Task;
import dev.swarmha.engine.TaskState;
import dev.swarmha.engine.probe.ProbeResult;
import dev.swarmha.wait.Convergence;
import java.util.Optional;

/** Something that changed while waiting. */
public sealed interface WaitEvent {

  <R> R accept(Visitor<R> visitor);

  /** One method an event: a new event does not compile until everybody handles it. */
  interface Visitor<R> {
    R serviceMoved(ServiceMoved event);

    R taskMoved(TaskMoved event);

    R probeAnswered(ProbeAnswered event);
  }

  /** The verdict on a service is another than before. */
  record ServiceMoved(String service, Convergence convergence) implements WaitEvent {
    public ServiceMoved {
      requireNonNull(service, "service");
      requireNonNull(convergence, "convergence");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.serviceMoved(this);
    }
  }

  /**
   * A task of the awaited spec is new, or in another state than before.
   *
   * @param taskName the task as Docker shows it, such as {@code shop_web.2}
   * @param node the host name of its node, once it has one
   */
  record TaskMoved(
      String service, String taskName, Optional<String> node, Optional<TaskState> from, Task task)
      implements WaitEvent {
    public TaskMoved {
      requireNonNull(service, "service");
      requireNonNull(taskName, "taskName");
      requireNonNull(node, "node");
      requireNonNull(from, "from");
      requireNonNull(task, "task");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.taskMoved(this);
    }
  }

  /**
   * A health probe answered.
   *
   * @param attempt the how-manieth answer it is since the wait began, from 1
   */
  record ProbeAnswered(ProbeResult result, int attempt) implements WaitEvent {
    public ProbeAnswered {
      requireNonNull(result, "result");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.probeAnswered(this);
    }
  }
}
