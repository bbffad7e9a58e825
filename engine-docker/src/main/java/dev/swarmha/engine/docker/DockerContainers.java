package dev.swarmha.engine.docker;

import dev.swarmha.engine.Container;
import dev.swarmha.engine.EngineContainers;
import dev.swarmha.engine.EngineException;
import dev.swarmha.engine.EngineInterruptedException;
import dev.swarmha.engine.docker.transport.AnswerTime;
import dev.swarmha.engine.docker.transport.Call;
import dev.swarmha.engine.docker.wire.ContainerReader;
import dev.swarmha.engine.docker.wire.Filters;
import java.util.Optional;

/** The containers of this Engine's own node. */
final class DockerContainers implements EngineContainers {

  private final EngineApi api;

  DockerContainers(EngineApi api) {
    this.api = api;
  }

  @Override
  public Optional<Container> find(String id) {
    String path = "/containers/" + Filters.escaped(id) + "/json";
    try {
      Call call = Call.of("GET", path).within(AnswerTime.CONTAINER);
      return Optional.of(ContainerReader.read(api.get("inspect container " + id, call)));
    } catch (EngineInterruptedException interrupted) {
      throw interrupted;
    } catch (EngineException elsewhere) {
      return Optional.empty();
    }
  }
}
