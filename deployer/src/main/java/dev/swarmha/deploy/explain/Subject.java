package dev.swarmha.deploy.explain;

import static java.util.Objects.requireNonNull;

import dev.swarmha.deploy.NearName;
import dev.swarmha.deploy.NotAService;
import dev.swarmha.engine.EngineRefusedException;
import dev.swarmha.engine.Node;
import dev.swarmha.engine.NotFoundException;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.Snapshot;
import dev.swarmha.engine.Task;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is to be explained: a service, or one task of it. */
public record Subject(Resource service, Optional<Task> task) {

  public Subject {
    requireNonNull(service, "service");
    requireNonNull(task, "task");
  }

  /**
   * Finds it by its full id, its full name, or the beginning of an id that no other shares, in this
   * order. The name of a slot means the newest task there; a task of a global service may be named
   * with its node's id, as Docker does, or with its host name.
   *
   * @throws NotFoundException when nothing matches
   * @throws EngineRefusedException when several match
   */
  public static Subject find(String wanted, Snapshot snapshot) {
    List<Subject> all = all(snapshot);
    return single(all, subject -> subject.id().equals(wanted), wanted)
        .or(() -> single(all, subject -> subject.isService(wanted), wanted))
        .or(() -> newest(all, subject -> subject.names(snapshot).anyMatch(wanted::equals)))
        .or(() -> single(all, it -> !wanted.isEmpty() && it.id().startsWith(wanted), wanted))
        .orElseThrow(() -> nothing(wanted, snapshot));
  }

  private static List<Subject> all(Snapshot snapshot) {
    Stream<Subject> services =
        snapshot.services().stream().map(service -> new Subject(service, Optional.empty()));
    Stream<Subject> tasks =
        snapshot.tasks().stream()
            .flatMap(
                task ->
                    snapshot.find(ResourceKind.SERVICE, task.service()).stream()
                        .map(service -> new Subject(service, Optional.of(task))));
    return Stream.concat(services, tasks).toList();
  }

  private static Optional<Subject> single(
      List<Subject> all, Predicate<Subject> test, String wanted) {
    List<Subject> found = all.stream().filter(test).toList();
    if (found.size() > 1) {
      throw new EngineRefusedException(
          found.size()
              + " ids begin with \""
              + wanted
              + "\": "
              + found.stream().map(Subject::id).sorted().collect(Collectors.joining(", "))
              + "; use a longer one");
    }
    return found.stream().findFirst();
  }

  private static Optional<Subject> newest(List<Subject> all, Predicate<Subject> test) {
    return all.stream().filter(test).reduce((older, newer) -> newer);
  }

  private static NotFoundException nothing(String wanted, Snapshot snapshot) {
    List<String> names = snapshot.services().stream().map(Resource::name).sorted().toList();
    return NotAService.stack(wanted, snapshot.services())
        .orElseGet(
            () ->
                new NotFoundException(
                    "there is no service or task \""
                        + wanted
                        + "\"; services: "
                        + (names.isEmpty() ? "none" : String.join(", ", names))
                        + "; a task is named like web.1"
                        + NearName.hint(wanted, names)));
  }

  private String id() {
    return task.map(Task::id).orElse(service.id()).value();
  }

  private boolean isService(String name) {
    return task.isEmpty() && service.name().equals(name);
  }

  private Stream<String> names(Snapshot snapshot) {
    return task.stream()
        .flatMap(
            each ->
                Stream.concat(
                    Stream.of(each.displayName(service.name())),
                    hostName(each, snapshot).map(host -> service.name() + "." + host).stream()));
  }

  private static Optional<String> hostName(Task task, Snapshot snapshot) {
    Optional<ResourceId> node = task.slot().isPresent() ? Optional.empty() : task.node();
    return node.flatMap(snapshot::node).map(Node::hostname);
  }
}
