package dev.swarmha.deploy.node;

import static java.util.Objects.requireNonNull;

import dev.swarmha.deploy.Counted;
import dev.swarmha.deploy.plan.Replicas;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of a service when a node is drained.
 *
 * @param tasks its tasks on the node that are meant to run
 * @param surge how many replicas more it needs for a while so that enough of them run all the time
 * @param lost how many of its tasks on the node nothing will replace
 * @param objection why it should not be, in words; empty where nothing is lost
 */
record Departure(
    Resource service, List<Task> tasks, int surge, int lost, Optional<String> objection) {

  Departure {
    requireNonNull(service, "service");
    tasks = List.copyOf(tasks);
    requireNonNull(objection, "objection");
  }

  /** A service of which the node takes everything with it that runs there. */
  static Departure without(Resource service, List<Task> tasks, String objection) {
    return new Departure(service, tasks, 0, tasks.size(), Optional.of(objection));
  }

  /** How many of its tasks move to other nodes. */
  int moving() {
    return tasks.size() - lost;
  }

  /** How many tasks it is to have on other nodes afterwards, of a replicated service. */
  long elsewhere() {
    return Math.max(0, Replicas.of(service.spec()) - lost);
  }

  /** What becomes of it, in a line. */
  String words() {
    List<String> words = new ArrayList<>();
    if (moving() > 0) {
      words.add(Counted.of(moving(), "task") + " to move");
    }
    if (surge > 0) {
      words.add(Counted.of(surge, "replica") + " more meanwhile");
    }
    objection.ifPresent(words::add);
    return service.name() + ": " + String.join(", ", words);
  }
}
