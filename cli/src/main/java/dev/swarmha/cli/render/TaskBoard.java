package dev.swarmha.cli.render;

import dev.swarmha.cli.output.SafeText;
import dev.swarmha.engine.TaskState;
import dev.swarmha.wait.event.WaitEvent;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What was last heard of each task, by the name of its service. */
final class TaskBoard {

  private final Map<String, Map<String, TaskState>> states = new TreeMap<>();
  private final Map<String, String> failures = new TreeMap<>();

  void put(WaitEvent.TaskMoved event) {
    TaskState state = event.task().status().state();
    states
        .computeIfAbsent(event.service(), name -> new LinkedHashMap<>())
        .put(event.taskName(), state);
    if (state.isFailure()) {
      String node = event.node().map(name -> " on " + name).orElse("");
      failures.put(
          event.service(), SafeText.line("failed" + node + ": " + event.task().status().error()));
    }
  }

  void clear() {
    states.clear();
    failures.clear();
  }

  /** How the last task of a service failed, and what those do that do not run yet. */
  String words(String service) {
    String moving =
        states.getOrDefault(service, Map.of()).values().stream()
            .filter(state -> state != TaskState.RUNNING && !state.isTerminal())
            .collect(Collectors.groupingBy(state -> state, TreeMap::new, Collectors.counting()))
            .entrySet()
            .stream()
            .map(entry -> entry.getValue() + " " + entry.getKey().name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    Optional<String> failure = Optional.ofNullable(failures.get(service));
    String now = moving.isEmpty() ? "on its way" : moving;
    return failure.map(last -> last + "; " + now).orElse(now);
  }
}
