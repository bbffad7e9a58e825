package dev.swarmha.engine.testkit.state;

import static java.util.Objects.requireNonNull;

import dev.swarmha.document.Mapping;
import java.util.List;
import java.util.Map;

/** A service's spec, read with types. */
public record ServiceSpec(Mapping document) {

  public ServiceSpec {
    requireNonNull(document, "document");
  }

  public String name() {
    return document.text("Name").orElse("");
  }

  public Map<String, String> labels() {
    return document.mapping("Labels").texts();
  }

  public TaskSpec task() {
    return new TaskSpec(document.mapping("TaskTemplate"));
  }

  public Mapping endpoint() {
    return document.mapping("EndpointSpec");
  }

  public List<PublishedPort> ports() {
    return endpoint().sequence("Ports").mappings().map(PublishedPort::read).toList();
  }

  /** The one key under {@code Mode}, such as {@code Replicated}. */
  public String mode() {
    return document.mapping("Mode").keys().stream().findFirst().orElse("Replicated");
  }

  public boolean isGlobal() {
    return mode().equals("Global");
  }

  public boolean isJob() {
    return mode().equals("ReplicatedJob") || mode().equals("GlobalJob");
  }

  /** Whether tasks belong to nodes and have no slots. */
  public boolean isOnEachNode() {
    return isGlobal() || mode().equals("GlobalJob");
  }

  /** How often the tasks of a job that has slots are to complete. */
  public int completions() {
    return ofJob("TotalCompletions");
  }

  /** How many tasks of a job that has slots may run at one time. */
  public int concurrency() {
    return ofJob("MaxConcurrent");
  }

  private int ofJob(String key) {
    return document.mapping("Mode").mapping("ReplicatedJob").number(key).orElse(1L).intValue();
  }

  public int replicas() {
    return document.mapping("Mode").mapping("Replicated").number("Replicas").orElse(1L).intValue();
  }

  public RolloutPolicy updatePolicy() {
    return policy("UpdateConfig");
  }

  public RolloutPolicy rollbackPolicy() {
    return policy("RollbackConfig");
  }

  private RolloutPolicy policy(String key) {
    return document
        .get(key)
        .filter(config -> !config.isNull())
        .map(RolloutPolicy::read)
        .orElseGet(RolloutPolicy::absent);
  }
}
