package dev.swarmha.deploy.view;

import dev.swarmha.deploy.UnknownStack;
import dev.swarmha.engine.Node;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.Snapshot;
import dev.swarmha.engine.SwarmEngine;
import dev.swarmha.engine.Task;
import dev.swarmha.engine.time.Timeline;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Shows the tasks of a stack, by service and slot, the newest of a slot first. */
public final class ShowTasks {

  private static final Comparator<Task> ORDER =
      Comparator.comparing((Task task) -> task.slot().orElse(0))
          .thenComparing(ShowTasks::place)
          .thenComparing(Task::createdAt, Comparator.reverseOrder());

  private final SwarmEngine engine;
  private final Timeline timeline;

  public ShowTasks(SwarmEngine engine, Timeline timeline) {
    this.engine = engine;
    this.timeline = timeline;
  }

  /**
   * Shows them.
   *
   * @throws dev.swarmha.engine.NotFoundException when nothing belongs to such a stack
   */
  public List<TaskView> run(String stack) {
    Snapshot snapshot = Snapshot.ofRollout(engine, timeline, stack);
    if (snapshot.services().isEmpty()) {
      throw UnknownStack.named(stack, engine);
    }
    List<TaskView> views = new ArrayList<>();
    for (Resource service : snapshot.services()) {
      snapshot.tasksOf(service.id()).stream()
          .sorted(ORDER)
          .forEach(task -> views.add(view(service, task, snapshot)));
    }
    return views;
  }

  /** A task without a slot, of a global service, has its node in place of one. */
  private static String place(Task task) {
    return task.slot().isPresent() ? "" : task.node().map(Object::toString).orElse("");
  }

  private static TaskView view(Resource service, Task task, Snapshot snapshot) {
    return new TaskView(
        task.id().value(),
        task.displayName(service.name()),
        withoutDigest(task.image()),
        task.node().flatMap(snapshot::node).map(Node::hostname),
        task.desired(),
        task.state(),
        task.status().since(),
        task.status().error());
  }

  static String withoutDigest(String image) {
    int digest = image.indexOf('@');
    return digest < 0 ? image : image.substring(0, digest);
  }
}
