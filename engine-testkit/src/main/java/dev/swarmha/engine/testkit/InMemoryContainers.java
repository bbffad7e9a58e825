package dev.swarmha.engine.testkit;

import dev.swarmha.engine.Container;
import dev.swarmha.engine.Container.HealthCheckRun;
import dev.swarmha.engine.EngineContainers;
import dev.swarmha.engine.EngineException;
import dev.swarmha.engine.testkit.node.ImageBehaviour;
import dev.swarmha.engine.testkit.node.ImageBehaviour.Cause;
import dev.swarmha.engine.testkit.node.ImageBehaviour.Ending;
import dev.swarmha.engine.testkit.state.StoredTask;
import java.util.List;
import java.util.Optional;

/** The containers on one machine, as the images of the world behave. */
final class InMemoryContainers implements EngineContainers {

  private final EngineCalls calls;

  InMemoryContainers(EngineCalls calls) {
    this.calls = calls;
  }

  @Override
  public Optional<Container> find(String id) {
    try {
      return calls.ask("inspect", id, () -> here(id));
    } catch (EngineException unreadable) {
      return Optional.empty();
    }
  }

  private Optional<Container> here(String id) {
    return calls.machine().cluster().stream()
        .flatMap(cluster -> cluster.state().tasks().stream())
        .filter(task -> task.container().filter(id::equals).isPresent())
        .filter(task -> calls.machine().node().filter(task::isOn).isPresent())
        .map(this::container)
        .findFirst();
  }

  private Container container(StoredTask task) {
    ImageBehaviour image = calls.world().images().behaviour(task.spec().image());
    Optional<Cause> cause = image.ending().map(Ending::cause);
    boolean fails = image.healthyAfter().isEmpty() || cause.equals(Optional.of(Cause.UNHEALTHY));
    List<String> outputs = image.healthOutput().isEmpty() ? List.of("") : image.healthOutput();
    List<HealthCheckRun> checks =
        outputs.stream().map(output -> new HealthCheckRun(fails ? 1 : 0, output)).toList();
    return new Container(task.hasEnded() && cause.equals(Optional.of(Cause.MEMORY)), checks);
  }
}
