package dev.swarmha.engine.testkit.node;

import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.Task.HostPort;
import dev.swarmha.engine.TaskState;
import dev.swarmha.engine.testkit.node.ImageBehaviour.Cause;
import dev.swarmha.engine.testkit.node.ImageBehaviour.Ending;
import dev.swarmha.engine.testkit.state.PublishedPort;
import dev.swarmha.engine.testkit.state.StoredTask;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a node does with a task that was assigned to it: moves it from state to state as its image
 * behaves, and stops it when it is no longer wanted. A task with a healthcheck is running only once
 * it is healthy (moby {@code daemon/cluster/executor/container/controller.go}).
 */
public final class Agent {

  private static final Duration ACCEPTING = Duration.ofMillis(20);
  private static final Duration PREPARING = Duration.ofMillis(300);
  private static final Duration LAUNCHING = Duration.ofMillis(100);
  private static final Duration IMAGE_PATIENCE = Duration.ofSeconds(3);
  private static final int TERMINATED = 143;
  private static final int KILLED_WITH_THE_HOST = 255;

  private final Images images;
  private final HostPorts hostPorts = new HostPorts();
  private final Map<ResourceId, ImageBehaviour> containers = new HashMap<>();

  public Agent(Images images) {
    this.images = images;
  }

  /** Does what is due for a task; nothing if nothing is. */
  public void step(StoredTask task) {
    if (task.hasEnded()) {
      containers.remove(task.id());
      return;
    }
    if (task.state().compareTo(TaskState.ASSIGNED) < 0) {
      return;
    }
    if (task.isWanted()) {
      proceed(task);
    } else {
      stop(task);
    }
  }

  /** Finds the containers dead after the machine was off. */
  public void restarted(StoredTask task) {
    if (task.hasEnded() || task.state().compareTo(TaskState.STARTING) < 0) {
      return;
    }
    if (task.isWanted()) {
      task.exit(KILLED_WITH_THE_HOST, "");
    } else {
      task.enter(TaskState.SHUTDOWN, "shutdown");
    }
  }

  private void stop(StoredTask task) {
    if (task.state().compareTo(TaskState.STARTING) < 0 || task.isDue()) {
      task.enter(TaskState.SHUTDOWN, "shutdown");
    } else if (!task.isTimed()) {
      task.stepAfter(behaviour(task).stopsAfter());
    }
  }

  private void proceed(StoredTask task) {
    switch (task.state()) {
      case ASSIGNED -> after(ACCEPTING, task, () -> task.enter(TaskState.ACCEPTED, "accepted"));
      case ACCEPTED -> after(ACCEPTING, task, () -> task.enter(TaskState.PREPARING, "preparing"));
      case PREPARING -> after(PREPARING, task, () -> prepare(task));
      case READY -> {
        if (task.mayStart()) {
          task.enter(TaskState.STARTING, "starting");
        }
      }
      case STARTING -> start(task);
      case RUNNING -> run(task);
      default -> {}
    }
  }

  private void prepare(StoredTask task) {
    if (images.behaviour(task.spec().image()).missing()) {
      String image = task.spec().image();
      task.fail(TaskState.REJECTED, "No such image: " + image, Optional.empty());
    } else {
      task.enter(TaskState.READY, "prepared");
    }
  }

  private void start(StoredTask task) {
    ImageBehaviour image = behaviour(task);
    boolean crashesAtOnce =
        image.ending().filter(end -> end.cause() == Cause.EXIT && end.after().isZero()).isPresent();
    if (crashesAtOnce) {
      after(LAUNCHING, task, () -> end(task, image.ending().orElseThrow()));
    } else if (task.spec().healthcheckDisabled()) {
      after(LAUNCHING, task, () -> running(task));
    } else {
      startHealthy(task, image.healthyAfter());
    }
  }

  private void startHealthy(StoredTask task, Optional<Duration> healthyAfter) {
    Duration patience = task.spec().patience().orElse(IMAGE_PATIENCE);
    boolean inTime =
        healthyAfter
            .filter(time -> task.spec().patience().isEmpty() || time.compareTo(patience) <= 0)
            .isPresent();
    if (inTime) {
      after(healthyAfter.orElseThrow(), task, () -> running(task));
    } else {
      after(patience, task, () -> unhealthy(task));
    }
  }

  private void running(StoredTask task) {
    task.enter(TaskState.RUNNING, "started");
    List<HostPort> open = task.hostPorts().stream().map(this::opened).toList();
    if (!open.isEmpty()) {
      task.open(open);
    }
  }

  private HostPort opened(PublishedPort port) {
    return new HostPort(hostPorts.published(port), port.target(), port.protocol());
  }

  private void run(StoredTask task) {
    Optional<Ending> ending =
        behaviour(task)
            .ending()
            .filter(end -> end.cause() != Cause.UNHEALTHY || !task.spec().healthcheckDisabled());
    ending.ifPresent(end -> after(end.after(), task, () -> end(task, end)));
  }

  private static void end(StoredTask task, Ending ending) {
    if (ending.cause() == Cause.UNHEALTHY) {
      unhealthy(task);
    } else if (ending.exitCode() == 0) {
      task.complete();
    } else {
      task.exit(ending.exitCode(), "");
    }
  }

  private static void unhealthy(StoredTask task) {
    task.exit(TERMINATED, ": dockerexec: unhealthy container");
  }

  private static void after(Duration time, StoredTask task, Runnable step) {
    if (task.isDue()) {
      step.run();
    } else if (!task.isTimed()) {
      task.stepAfter(time);
    }
  }

  /** What the task's container does, as its image was when it started. */
  private ImageBehaviour behaviour(StoredTask task) {
    return containers.computeIfAbsent(task.id(), id -> images.behaviour(task.spec().image()));
  }
}
