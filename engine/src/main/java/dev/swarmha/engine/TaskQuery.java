package dev.swarmha.engine;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/** Which tasks to list: all, or those of one stack or of one service. */
public record TaskQuery(Optional<String> stack, Optional<ResourceId> service) {

  public TaskQuery {
    requireNonNull(stack, "stack");
    requireNonNull(service, "service");
  }

  public static TaskQuery all() {
    return new TaskQuery(Optional.empty(), Optional.empty());
  }

  public static TaskQuery ofStack(String stack) {
    return new TaskQuery(Optional.of(stack), Optional.empty());
  }

  public static TaskQuery ofService(ResourceId service) {
    return new TaskQuery(Optional.empty(), Optional.of(service));
  }
}
