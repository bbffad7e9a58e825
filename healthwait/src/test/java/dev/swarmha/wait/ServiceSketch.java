package dev.swarmha.wait;

import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.ObjectVersion;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.Task;
import dev.swarmha.engine.UpdateStatus;
import dev.swarmha.engine.UpdateStatus.UpdateState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A service as a test describes it, at the image that its target wants unless told otherwise. */
final class ServiceSketch {

  private static final Instant CREATED = Instant.parse("2026-03-01T11:00:00Z");

  private final String name;
  private final List<TaskSketch> tasks = new ArrayList<>();
  private int made;
  private Mapping spec;
  private Optional<UpdateStatus> status = Optional.empty();

  ServiceSketch(String name) {
    this.name = name;
    this.spec = Mapping.builder().put("Name", name).build();
    image("web:2");
  }

  ResourceId id() {
    return new ResourceId(name + "-id");
  }

  /** The spec with the image {@code web:2}, up for five seconds. */
  ServiceTarget target() {
    return new ServiceTarget(
        name,
        id(),
        observed -> observed.at("TaskTemplate", "ContainerSpec", "Image").equals(image()),
        Duration.ofSeconds(5));
  }

  private static Optional<Document> image() {
    return Optional.of(Document.text("web:2"));
  }

  ServiceSketch image(String image) {
    return spec(Document.text(image), "TaskTemplate", "ContainerSpec", "Image");
  }

  ServiceSketch replicas(int count) {
    return spec(Document.number(count), "Mode", "Replicated", "Replicas");
  }

  ServiceSketch global() {
    return spec(Mapping.empty(), "Mode", "Global");
  }

  ServiceSketch restart(String condition) {
    return spec(Document.text(condition), "TaskTemplate", "RestartPolicy", "Condition");
  }

  ServiceSketch constraint(String expression) {
    return spec(Document.texts(List.of(expression)), "TaskTemplate", "Placement", "Constraints");
  }

  ServiceSketch delay(Duration betweenBatches) {
    return spec(
        Document.number(TimeUnit.SECONDS.toNanos(betweenBatches.toSeconds())),
        "UpdateConfig",
        "Delay");
  }

  ServiceSketch spec(Document value, String... path) {
    spec = spec.withAt(DocumentPath.of(path), value);
    return this;
  }

  ServiceSketch status(UpdateState state, String message) {
    status = Optional.of(new UpdateStatus(state, message));
    return this;
  }

  /** One more task in a slot, on the node of that number. */
  TaskSketch task(int slot) {
    return add(Optional.of(slot), "n" + slot);
  }

  /** One more task of a global service on a node. */
  TaskSketch taskOn(String hostname) {
    return add(Optional.empty(), hostname);
  }

  private TaskSketch add(Optional<Integer> slot, String hostname) {
    TaskSketch task =
        new TaskSketch(
            name + "-t" + (made + 1), slot, Optional.of(hostname), CREATED.plusSeconds(made));
    made++;
    tasks.add(task);
    return task;
  }

  /** The managers have forgotten a task. */
  void forget(TaskSketch task) {
    tasks.remove(task);
  }

  Resource resource() {
    return new Resource(
        ResourceKind.SERVICE, id(), new ObjectVersion(1), name, CREATED, spec, status);
  }

  List<Task> tasks() {
    return tasks.stream().map(task -> task.of(id())).toList();
  }
}
