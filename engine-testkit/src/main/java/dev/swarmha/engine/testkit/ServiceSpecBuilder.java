package dev.swarmha.engine.testkit;

import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Sequence;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.Selector;
import java.time.Duration;
import java.util.List;

/** Makes the spec of a service as a client would send it; one replica unless told otherwise. */
public final class ServiceSpecBuilder {

  private static final DocumentPath TASK = DocumentPath.of("TaskTemplate");
  private static final DocumentPath CONTAINER = TASK.child("ContainerSpec");

  private Mapping spec;

  private ServiceSpecBuilder(Mapping spec) {
    this.spec = spec;
  }

  public static ServiceSpecBuilder service(String name, String image) {
    Mapping spec =
        Mapping.builder()
            .put("Name", name)
            .put("Labels", Mapping.empty())
            .put(
                "TaskTemplate",
                Mapping.of("ContainerSpec", Mapping.of("Image", Document.text(image))))
            .build();
    return new ServiceSpecBuilder(spec).replicas(1);
  }

  /** Begins with a spec that was read from a swarm. */
  public static ServiceSpecBuilder of(Resource service) {
    return new ServiceSpecBuilder(service.spec());
  }

  public ServiceSpecBuilder image(String image) {
    return with(CONTAINER.child("Image"), Document.text(image));
  }

  public ServiceSpecBuilder replicas(int count) {
    Mapping replicas = Mapping.of("Replicas", Document.number(count));
    return with(DocumentPath.of("Mode"), Mapping.of("Replicated", replicas));
  }

  public ServiceSpecBuilder global() {
    return with(DocumentPath.of("Mode"), Mapping.of("Global", Mapping.empty()));
  }

  /** So many tasks that run to their end, one at a time. */
  public ServiceSpecBuilder job(int completions) {
    Mapping job =
        Mapping.builder().put("MaxConcurrent", 1).put("TotalCompletions", completions).build();
    return with(DocumentPath.of("Mode"), Mapping.of("ReplicatedJob", job));
  }

  /** A task on each node that runs to its end. */
  public ServiceSpecBuilder globalJob() {
    return with(DocumentPath.of("Mode"), Mapping.of("GlobalJob", Mapping.empty()));
  }

  /** Marks the service as part of a stack. */
  public ServiceSpecBuilder stack(String stack) {
    return label(Selector.STACK_LABEL, stack);
  }

  public ServiceSpecBuilder label(String key, String value) {
    return with(DocumentPath.of("Labels", key), Document.text(value));
  }

  public ServiceSpecBuilder env(String... variables) {
    return with(CONTAINER.child("Env"), Document.texts(List.of(variables)));
  }

  public ServiceSpecBuilder constraint(String... constraints) {
    return with(TASK.child("Placement").child("Constraints"), Document.texts(List.of(constraints)));
  }

  public ServiceSpecBuilder maxReplicasPerNode(int count) {
    return with(TASK.child("Placement").child("MaxReplicas"), Document.number(count));
  }

  public ServiceSpecBuilder reserve(double cpus, long memory) {
    Mapping reservations =
        Mapping.builder()
            .put("NanoCPUs", (long) (cpus * 1_000_000_000L))
            .put("MemoryBytes", memory)
            .build();
    return with(TASK.child("Resources").child("Reservations"), reservations);
  }

  public ServiceSpecBuilder network(Resource network) {
    return networkNamed(network.id().value());
  }

  /** Puts the tasks on the network of this name or id. */
  public ServiceSpecBuilder networkNamed(String network) {
    Mapping target = Mapping.of("Target", Document.text(network));
    return with(TASK.child("Networks"), Sequence.of(target));
  }

  /** Gives the containers a secret, as a file under its own name. */
  public ServiceSpecBuilder secret(Resource secret) {
    Mapping file =
        Mapping.builder()
            .put("Name", secret.name())
            .put("UID", "0")
            .put("GID", "0")
            .put("Mode", 0444)
            .build();
    Mapping reference =
        Mapping.builder()
            .put("SecretID", secret.id().value())
            .put("SecretName", secret.name())
            .put("File", file)
            .build();
    return with(CONTAINER.child("Secrets"), Sequence.of(reference));
  }

  /** Opens a port on the node that each task runs on. */
  public ServiceSpecBuilder hostPort(int published, int target) {
    Mapping port =
        Mapping.builder()
            .put("Protocol", "tcp")
            .put("TargetPort", target)
            .put("PublishedPort", published)
            .put("PublishMode", "host")
            .build();
    return with(DocumentPath.of("EndpointSpec", "Ports"), Sequence.of(port));
  }

  public ServiceSpecBuilder restart(String condition, Duration delay, int maxAttempts) {
    Mapping policy =
        Mapping.builder()
            .put("Condition", condition)
            .put("Delay", delay.toNanos())
            .put("MaxAttempts", maxAttempts)
            .build();
    return with(TASK.child("RestartPolicy"), policy);
  }

  /** One slot at a time, the old task stopping first. */
  public ServiceSpecBuilder update(String failureAction, Duration monitor) {
    return update(failureAction, monitor, "stop-first");
  }

  public ServiceSpecBuilder update(String failureAction, Duration monitor, String order) {
    Mapping policy =
        Mapping.builder()
            .put("Parallelism", 1)
            .put("FailureAction", failureAction)
            .put("Monitor", monitor.toNanos())
            .put("MaxFailureRatio", 0)
            .put("Order", order)
            .build();
    with(DocumentPath.of("UpdateConfig"), policy);
    Mapping back = policy.with("FailureAction", Document.text("pause"));
    return with(DocumentPath.of("RollbackConfig"), back);
  }

  public ServiceSpecBuilder forceUpdate(long count) {
    return with(TASK.child("ForceUpdate"), Document.number(count));
  }

  /** Sets anything else. */
  public ServiceSpecBuilder with(DocumentPath path, Document value) {
    spec = spec.withAt(path, value);
    return this;
  }

  public Mapping build() {
    return spec;
  }
}
