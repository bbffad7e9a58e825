package dev.swarmha.engine.docker;

import dev.swarmha.engine.EngineException;
import dev.swarmha.engine.EngineInterruptedException;
import dev.swarmha.engine.EngineLogs;
import dev.swarmha.engine.LogReading;
import dev.swarmha.engine.LogRequest;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.docker.transport.AnswerTime;
import dev.swarmha.engine.docker.transport.Call;
import dev.swarmha.engine.docker.wire.Filters;
import dev.swarmha.engine.docker.wire.LogFrames;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Task logs, which the manager fetches from the task's node. */
final class DockerLogs implements EngineLogs {

  private final EngineApi api;

  DockerLogs(EngineApi api) {
    this.api = api;
  }

  @Override
  public LogReading open(LogRequest request) {
    String kind = request.source() == LogRequest.Source.SERVICE ? "service" : "task";
    StringBuilder path = new StringBuilder("/" + kind + "s/");
    path.append(Filters.escaped(request.id().value()));
    path.append("/logs?stdout=1&stderr=1&timestamps=1&details=1&follow=");
    path.append(request.follow() ? "1" : "0");
    request.tail().ifPresent(lines -> path.append("&tail=").append(lines));
    request.since().ifPresent(since -> path.append("&since=").append(seconds(since)));
    Call call = Call.of("GET", path.toString());
    return DockerLogReading.of(api.stream("read the log of " + kind + " " + request.id(), call));
  }

  /** Seconds and nanoseconds, as the Engine takes them. */
  private static String seconds(Instant instant) {
    return String.format(Locale.ROOT, "%d.%09d", instant.getEpochSecond(), instant.getNano());
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
