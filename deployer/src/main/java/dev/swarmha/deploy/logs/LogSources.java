package dev.swarmha.deploy.logs;

import static java.util.Objects.requireNonNull;

import dev.swarmha.deploy.explain.Subject;
import dev.swarmha.engine.EngineRefusedException;
import dev.swarmha.engine.LogRequest.Source;
import dev.swarmha.engine.NotFoundException;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.Selector;
import dev.swarmha.engine.Snapshot;
import dev.swarmha.engine.Task;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whose logs a name stands for, and how the tasks of a swarm are called. */
final class LogSources {

  private static final int ID_SHOWN = 12;
  private static final Comparator<Task> NEWEST_FIRST =
      Comparator.comparing(Task::createdAt)
          .reversed()
          .thenComparing(task -> task.status().state().isTerminal());

  private LogSources() {}

  /** One log. */
  record LogSource(Source source, ResourceId id, String name) {
    LogSource {
      requireNonNull(source, "source");
      requireNonNull(id, "id");
      requireNonNull(name, "name");
    }
  }

  /**
   * The services of a stack, or a service, or a task.
   *
   * @throws NotFoundException when nothing is called so
   * @throws EngineRefusedException when the name is ambiguous
   */
  static List<LogSource> of(String name, Snapshot now) {
    List<LogSource> stack =
        now.services().stream()
            .filter(Selector.stack(name)::matches)
            .map(service -> new LogSource(Source.SERVICE, service.id(), service.name()))
            .toList();
    return stack.isEmpty() ? List.of(single(name, now)) : stack;
  }

  private static LogSource single(String name, Snapshot now) {
    Subject subject = subject(name, now);
    Resource service = subject.service();
    return subject
        .task()
        .map(task -> new LogSource(Source.TASK, task.id(), task.displayName(service.name())))
        .orElseGet(() -> new LogSource(Source.SERVICE, service.id(), service.name()));
  }

  private static Subject subject(String name, Snapshot now) {
    try {
      return Subject.find(name, now);
    } catch (NotFoundException nothing) {
      throw new NotFoundException(
          "there is no stack \"" + name + "\", and " + nothing.getMessage());
    }
  }

  /**
   * The names of all tasks that there are, by their ids: as Docker shows them, and with its id for
   * each whose place a newer task has taken.
   */
  static Map<ResourceId, String> taskNames(Snapshot now) {
    Map<ResourceId, String> services = new HashMap<>();
    now.services().forEach(service -> services.put(service.id(), service.name()));
    Map<ResourceId, String> names = new HashMap<>();
    Set<String> taken = new HashSet<>();
    now.tasks().stream()
        .sorted(NEWEST_FIRST)
        .forEach(
            task -> {
              String service = services.getOrDefault(task.service(), task.service().value());
              String name = task.displayName(service);
              names.put(task.id(), taken.add(name) ? name : name + "." + shortId(task));
            });
    return names;
  }

  /** As long as the docker CLI shows them. */
  private static String shortId(Task task) {
    String id = task.id().value();
    return id.substring(0, Math.min(id.length(), ID_SHOWN));
  }
}
