package dev.swarmha.wait;

import static java.util.Objects.requireNonNull;

import dev.swarmha.engine.ResourceId;
import java.util.List;
import java.util.Optional;

/**
 * Why something did not converge, in the Engine's own words as far as there are any.
 *
 * @param service the service's full name; for a health probe without a service, its address
 * @param logTail the last lines that the failed task wrote
 */
public record Reason(
    String service,
    Optional<FailedTask> task,
    Optional<String> node,
    String message,
    List<String> logTail,
    Diagnosis diagnosis) {

  public Reason {
    requireNonNull(service, "service");
    requireNonNull(task, "task");
    requireNonNull(node, "node");
    requireNonNull(message, "message");
    logTail = List.copyOf(logTail);
    requireNonNull(diagnosis, "diagnosis");
  }

  /** A reason of which nothing more is known. */
  public Reason(
      String service,
      Optional<FailedTask> task,
      Optional<String> node,
      String message,
      List<String> logTail) {
    this(service, task, node, message, logTail, Diagnosis.NONE);
  }

  /** A reason that no single task stands for. */
  public static Reason ofService(String service, String message) {
    return new Reason(service, Optional.empty(), Optional.empty(), message, List.of());
  }

  public Reason withLogTail(List<String> lines) {
    return new Reason(service, task, node, message, lines, diagnosis);
  }

  public Reason with(Diagnosis found) {
    return new Reason(service, task, node, message, logTail, found);
  }

  /** The task, by id and by the name under which Docker shows it. */
  public record FailedTask(ResourceId id, String name) {
    public FailedTask {
      requireNonNull(id, "id");
      requireNonNull(name, "name");
    }
  }
}
