package dev.swarmha.deploy.logs;

import dev.swarmha.deploy.logs.LogSources.LogSource;
import dev.swarmha.engine.EngineConnection;
import dev.swarmha.engine.EngineRefusedException;
import dev.swarmha.engine.LogLine;
import dev.swarmha.engine.LogRequest;
import dev.swarmha.engine.NotFoundException;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.Snapshot;
import dev.swarmha.engine.time.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads what tasks have written, in the order of time, and goes on reading if asked to. */
public final class ReadLogs {

  /** How long lines of several logs are held back, so that later ones may overtake them. */
  private static final Duration ROUND = Duration.ofMillis(200);

  /** How long a log may keep silent before its end is not waited for: a node of it may be down. */
  private static final Duration SILENCE = Duration.ofSeconds(5);

  private static final Comparator<LogLine> BY_TIME = Comparator.comparing(LogLine::at);

  private final EngineConnection connection;
  private final Timeline timeline;
  private final Map<ResourceId, String> names = new HashMap<>();

  public ReadLogs(EngineConnection connection, Timeline timeline) {
    this.connection = connection;
    this.timeline = timeline;
  }

  /**
   * Reads until the end, or for ever.
   *
   * @throws NotFoundException when there is no stack, service or task of this name
   * @throws EngineRefusedException when the name is ambiguous, or the Engine refuses
   * @throws InterruptedException when the command is interrupted, which is how following ends
   */
  public void run(LogsRequest request, LogSink sink) throws InterruptedException {
    Snapshot now = Snapshot.ofSwarm(connection.swarm(), timeline);
    names.putAll(LogSources.taskNames(now));
    Map<String, OpenLog> logs = new LinkedHashMap<>();
    try {
      for (LogSource source : LogSources.of(request.name(), now)) {
        logs.put(source.name(), open(source, request));
      }
      if (request.follow()) {
        follow(logs, sink);
      } else {
        all(logs, sink);
      }
    } finally {
      logs.values().forEach(OpenLog::close);
    }
  }

  private OpenLog open(LogSource source, LogsRequest request) {
    Optional<Instant> since = request.since().map(timeline.instant()::minus);
    return new OpenLog(
        connection,
        timeline,
        new LogRequest(source.source(), source.id(), request.follow(), request.tail(), since));
  }

  private void all(Map<String, OpenLog> logs, LogSink sink) throws InterruptedException {
    List<LogLine> lines = new ArrayList<>();
    Instant silentSince = timeline.instant();
    while (!ended(logs) && timeline.instant().isBefore(silentSince.plus(SILENCE))) {
      List<LogLine> come = poll(logs);
      lines.addAll(come);
      if (!come.isEmpty()) {
        silentSince = timeline.instant();
      } else if (!ended(logs)) {
        timeline.sleep(ROUND.dividedBy(10));
      }
    }
    give(lines, sink);
    String endless =
        logs.entrySet().stream()
            .filter(log -> !log.getValue().ended())
            .map(Map.Entry::getKey)
            .collect(Collectors.joining(", "));
    if (!endless.isEmpty()) {
      sink.note("not all of the log of " + endless + " could be had; a node may be down");
    }
  }

  private void follow(Map<String, OpenLog> logs, LogSink sink) throws InterruptedException {
    List<LogLine> held = poll(logs);
    while (!ended(logs)) {
      timeline.sleep(ROUND);
      List<LogLine> come = poll(logs);
      give(held, sink);
      held = come;
    }
    give(held, sink);
  }

  private static boolean ended(Map<String, OpenLog> logs) {
    return logs.values().stream().allMatch(OpenLog::ended);
  }

  private static List<LogLine> poll(Map<String, OpenLog> logs) {
    List<LogLine> lines = new ArrayList<>();
    logs.values().forEach(log -> lines.addAll(log.poll()));
    return lines;
  }

  private void give(List<LogLine> lines, LogSink sink) {
    List<LogLine> sorted = lines.stream().sorted(BY_TIME).toList();
    for (LogLine line : sorted) {
      line.task()
          .ifPresentOrElse(task -> sink.line(nameOf(task), line), () -> sink.note(line.text()));
    }
  }

  /** A task that came later is looked up once; one that nobody knows any more keeps its id. */
  private String nameOf(ResourceId task) {
    if (!names.containsKey(task)) {
      names.putAll(LogSources.taskNames(Snapshot.ofSwarm(connection.swarm(), timeline)));
      names.putIfAbsent(task, task.value());
    }
    return names.getOrDefault(task, task.value());
  }
}
