package dev.swarmha.wait;

import dev.swarmha.engine.Node;
import dev.swarmha.engine.Task;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A node that should have a task of a global service, with the tasks that it has had. A node takes
 * part when it is active and not down and its placement constraints hold; where these cannot be
 * evaluated here, when the managers have given it a task.
 */
record Participant(Node node, List<Task> tasks) {

  Participant {
    tasks = List.copyOf(tasks);
  }

  static List<Participant> of(Rollout rollout) {
    PlacementConstraints constraints = PlacementConstraints.of(rollout.spec());
    return rollout.snapshot().nodes().stream()
        .filter(Participant::isServed)
        .map(node -> new Participant(node, tasksOn(node, rollout)))
        .filter(participant -> participant.takesPart(constraints))
        .toList();
  }

  /**
   * How many nodes should have a task. One at least while it cannot be told which: then the first
   * task that the managers make has yet to be seen.
   */
  static int wanted(List<Participant> participants, Rollout rollout) {
    PlacementConstraints constraints = PlacementConstraints.of(rollout.spec());
    boolean unknown =
        rollout.snapshot().nodes().stream()
            .anyMatch(node -> constraints.match(node) == PlacementConstraints.Match.UNDECIDABLE);
    return participants.isEmpty() && unknown ? 1 : participants.size();
  }

  /** Whether the managers make tasks for a node, and update those that it has. */
  static boolean isServed(Node node) {
    return node.state() != Node.NodeState.DOWN && node.availability() == Node.Availability.ACTIVE;
  }

  private static List<Task> tasksOn(Node node, Rollout rollout) {
    return rollout.tasks().stream()
        .filter(task -> task.node().filter(node.id()::equals).isPresent())
        .toList();
  }

  private boolean takesPart(PlacementConstraints constraints) {
    return switch (constraints.match(node)) {
      case HOLD -> true;
      case FAIL -> false;
      case UNDECIDABLE -> tasks.stream().anyMatch(task -> task.upToDate() || Slot.isLive(task));
    };
  }

  Optional<Slot> slot() {
    return tasks.isEmpty() ? Optional.empty() : Optional.of(new Slot(node.id().value(), tasks));
  }

  /** Whether the newest task is of the awaited spec and as described. */
  boolean hasNewest(Predicate<Task> condition) {
    return slot().map(Slot::newest).filter(Task::upToDate).filter(condition).isPresent();
  }
}
