package dev.swarmha.engine.docker;

import dev.swarmha.engine.EngineException;
import dev.swarmha.engine.EngineInterruptedException;
import dev.swarmha.engine.EngineLogs;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.docker.transport.AnswerTime;
import dev.swarmha.engine.docker.transport.Call;
import dev.swarmha.engine.docker.wire.Filters;
import dev.swarmha.engine.docker.wire.LogFrames;
import java.util.List;

/** Task logs, which the manager fetches from the task's node. */
final class DockerLogs implements EngineLogs {

  private final EngineApi api;

  DockerLogs(EngineApi api) {
    this.api = api;
  }

  @Override
  public List<String> tail(ResourceId task, int lines) {
    String path =
        "/tasks/" + Filters.escaped(task.value()) + "/logs?stdout=1&stderr=1&tail=" + lines;
    try {
      Call call = Call.of("GET", path).within(AnswerTime.LOG);
      return LogFrames.lines(api.send("read the log of task " + task, call).bytes());
    } catch (EngineInterruptedException interrupted) {
      throw interrupted;
    } catch (EngineException unreadable) {
      return List.of();
    }
  }
}
