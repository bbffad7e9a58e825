package dev.swarmha.engine.testkit;

import dev.swarmha.engine.EngineException;
import dev.swarmha.engine.EngineLogs;
import dev.swarmha.engine.LogLine;
import dev.swarmha.engine.LogLine.Channel;
import dev.swarmha.engine.LogReading;
import dev.swarmha.engine.LogRequest;
import dev.swarmha.engine.NotFoundException;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.TaskState;
import dev.swarmha.engine.testkit.cluster.Cluster;
import dev.swarmha.engine.testkit.node.ImageBehaviour;
import dev.swarmha.engine.testkit.state.ClusterState;
import dev.swarmha.engine.testkit.state.StoredTask;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the images of the world have written: all of it in the moment in which the task was made,
 * and a nanosecond for each line. A task whose container never started has no log.
 */
final class InMemoryLogs implements EngineLogs {

  private final EngineCalls calls;

  InMemoryLogs(EngineCalls calls) {
    this.calls = calls;
  }

  @Override
  public List<String> tail(ResourceId task, int lines) {
    try {
      List<String> written =
          calls.askManager("tail", task.value(), swarm -> texts(swarm.state(), task));
      return last(lines, written);
    } catch (EngineException unreadable) {
      return List.of();
    }
  }

  private List<String> texts(ClusterState state, ResourceId id) {
    return state.task(id).stream()
        .flatMap(task -> lines(task).stream())
        .map(LogLine::text)
        .toList();
  }

  @Override
  public LogReading open(LogRequest request) {
    Cluster cluster = calls.askManager("open", request.id().value(), swarm -> swarm);
    if (!isThere(cluster.state(), request)) {
      throw new NotFoundException("cannot read the log: " + request.id() + " not found");
    }
    return new Reading(request);
  }

  private static boolean isThere(ClusterState state, LogRequest request) {
    return switch (request.source()) {
      case SERVICE -> state.find(request.id()).isPresent();
      case TASK -> state.task(request.id()).isPresent();
    };
  }

  private List<LogLine> lines(StoredTask task) {
    List<LogLine> lines = new ArrayList<>();
    if (task.state().compareTo(TaskState.STARTING) >= 0 && task.state() != TaskState.REJECTED) {
      ImageBehaviour image = calls.world().images().behaviour(task.spec().image());
      image.logs().forEach(text -> lines.add(line(task, lines.size(), Channel.OUTPUT, text)));
      image.errors().forEach(text -> lines.add(line(task, lines.size(), Channel.ERROR, text)));
    }
    return lines;
  }

  private static LogLine line(StoredTask task, int number, Channel channel, String text) {
    Instant at = task.createdAt().plusNanos(number);
    return new LogLine(at, channel, Optional.of(task.id()), text);
  }

  private static <T> List<T> last(int count, List<T> all) {
    return all.subList(Math.max(0, all.size() - count), all.size());
  }

  /** Each task once, as soon as it has written. */
  private final class Reading implements LogReading {

    private final LogRequest request;
    private final Set<ResourceId> read = new HashSet<>();
    private boolean ended;

    Reading(LogRequest request) {
      this.request = request;
    }

    @Override
    public List<LogLine> poll() {
      return calls.askManager("poll", request.id().value(), swarm -> come(swarm.state()));
    }

    private List<LogLine> come(ClusterState state) {
      ended = !request.follow() || !isThere(state, request);
      List<LogLine> come = new ArrayList<>();
      for (StoredTask task : state.tasks()) {
        boolean meant = request.id().equals(task.service()) || request.id().equals(task.id());
        List<LogLine> lines = meant ? lines(task) : List.of();
        if (!lines.isEmpty() && read.add(task.id())) {
          come.addAll(wanted(lines));
        }
      }
      return come;
    }

    private List<LogLine> wanted(List<LogLine> lines) {
      List<LogLine> since =
          lines.stream()
              .filter(line -> request.since().filter(line.at()::isBefore).isEmpty())
              .toList();
      return request.tail().map(count -> last(count, since)).orElse(since);
    }

    @Override
    public boolean ended() {
      return ended;
    }

    @Override
    public void close() {}
  }
}
