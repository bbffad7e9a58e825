package dev.swarmha.deploy.explain;

import dev.swarmha.deploy.placement.Placement;
import dev.swarmha.engine.Container;
import dev.swarmha.engine.Container.HealthCheckRun;
import dev.swarmha.engine.EngineConnection;
import dev.swarmha.engine.Node;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.Snapshot;
import dev.swarmha.engine.Task;
import dev.swarmha.engine.TaskState;
import java.util.List;
import java.util.Optional;

/** Finds out what can be known about one symptom: from the nodes, the container, and the log. */
final class Examination {

  private static final int LOG_LINES = 20;
  private static final int ID_SHOWN = 12;

  private final EngineConnection connection;
  private final Resource service;
  private final Snapshot snapshot;

  Examination(EngineConnection connection, Resource service, Snapshot snapshot) {
    this.connection = connection;
    this.service = service;
    this.snapshot = snapshot;
  }

  TaskTrouble of(Symptom symptom) {
    Task task = symptom.task();
    Optional<Container> container =
        symptom.ailment().isOfContainer()
            ? task.container().flatMap(connection.containers()::find)
            : Optional.empty();
    boolean outOfMemory = container.map(Container::outOfMemory).orElse(false);
    Ailment ailment = outOfMemory ? Ailment.OUT_OF_MEMORY : symptom.ailment();
    Placement placement =
        ailment == Ailment.NO_SUITABLE_NODE
            ? Placements.of(task, service, snapshot)
            : new Placement(List.of());
    return new TaskTrouble(
        task,
        task.displayName(service.name()),
        task.node().flatMap(snapshot::node).map(Node::hostname),
        ailment,
        symptom.times(),
        symptom.alike(),
        outOfMemory,
        placement.nodes(),
        ailment == Ailment.UNHEALTHY ? checks(container) : List.of(),
        container.isPresent() ? Optional.empty() : elsewhere(ailment, task),
        log(task),
        PlacementAdvice.on(placement, service, snapshot).orElseGet(ailment::advice));
  }

  private static List<HealthCheckRun> checks(Optional<Container> container) {
    return container.map(Container::healthChecks).orElse(List.of());
  }

  private Optional<String> elsewhere(Ailment ailment, Task task) {
    if (!ailment.isOfContainer()) {
      return Optional.empty();
    }
    String what =
        ailment == Ailment.UNHEALTHY
            ? "what its healthcheck wrote"
            : "whether it was killed for want of memory";
    String node = task.node().flatMap(snapshot::node).map(Node::hostname).orElse("its node");
    return task.container()
        .map(id -> id.substring(0, Math.min(id.length(), ID_SHOWN)))
        .map(
            id ->
                what
                    + " is known to the Engine of "
                    + node
                    + " alone; there: docker inspect --format \"{{json .State}}\" "
                    + id);
  }

  /** A task that never came to a node has written nothing. */
  private List<String> log(Task task) {
    return task.state().compareTo(TaskState.STARTING) < 0
        ? List.of()
        : connection.logs().tail(task.id(), LOG_LINES);
  }
}
