package dev.swarmha.engine.testkit.contract;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.document.Mapping;
import dev.swarmha.engine.EngineConnection;
import dev.swarmha.engine.InUseException;
import dev.swarmha.engine.Payload;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.Selector;
import dev.swarmha.engine.StaleVersionException;
import dev.swarmha.engine.SwarmEngine;
import dev.swarmha.engine.Task;
import dev.swarmha.engine.TaskQuery;
import dev.swarmha.engine.UpdateStatus;
import dev.swarmha.engine.UpdateStatus.UpdateState;
import dev.swarmha.engine.WriteOptions;
import dev.swarmha.engine.Written;
import dev.swarmha.engine.failover.FailoverConnection;
import dev.swarmha.engine.failover.Manager;
import dev.swarmha.engine.testkit.ServiceSpecBuilder;
import dev.swarmha.engine.time.Deadline;
import dev.swarmha.engine.time.Timeline;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One test's part of a swarm that it may share with others: everything that it makes bears a label
 * and a name of its own, and goes away with it.
 */
public final class ContractScene {

  private static final String LABEL = "dev.swarmha.contract";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
  private static final List<ResourceKind> REMOVAL_ORDER =
      List.of(ResourceKind.SERVICE, ResourceKind.NETWORK, ResourceKind.SECRET, ResourceKind.CONFIG);

  private final EngineConnection connection;
  private final Timeline timeline;
  private final ContractImages images;
  private final String prefix;

  ContractScene(EngineConnection connection, Timeline timeline, ContractImages images) {
    this.connection = requireNonNull(connection, "connection");
    this.timeline = requireNonNull(timeline, "timeline");
    this.images = requireNonNull(images, "images");
    this.prefix = "c" + Long.toString(timeline.instant().toEpochMilli(), Character.MAX_RADIX);
  }

  EngineConnection connection() {
    return connection;
  }

  SwarmEngine engine() {
    return connection.swarm();
  }

  ContractImages images() {
    return images;
  }

  /** A name that no other test uses. */
  String name(String word) {
    return prefix + "_" + word;
  }

  /** The selector of everything that this test has made. */
  Selector mine() {
    return Selector.label(LABEL, prefix);
  }

  /** A service's spec with this test's name and label, restarting without much delay. */
  ServiceSpecBuilder spec(String word, String image) {
    return ServiceSpecBuilder.service(name(word), image)
        .label(LABEL, prefix)
        .restart("any", Duration.ofMillis(500), 0);
  }

  Resource create(ServiceSpecBuilder spec) {
    return create(ResourceKind.SERVICE, spec.build(), WriteOptions.NONE);
  }

  Resource createNetwork(String word) {
    Mapping spec =
        Mapping.builder()
            .put("Name", name(word))
            .put("Driver", "overlay")
            .put("Attachable", true)
            .put("Labels", labels())
            .build();
    return create(ResourceKind.NETWORK, spec, WriteOptions.NONE);
  }

  /** A secret or config. */
  Resource createData(ResourceKind kind, String word, String content) {
    Mapping spec = Mapping.builder().put("Name", name(word)).put("Labels", labels()).build();
    return create(kind, spec, content(content));
  }

  static WriteOptions content(String content) {
    return WriteOptions.of(Payload.of(content.getBytes(StandardCharsets.UTF_8)));
  }

  /** The swarm as commands see it, over this connection. */
  SwarmEngine over(EngineConnection only) {
    return FailoverConnection.over(List.of(new Manager("this one", only)), timeline).swarm();
  }

  Mapping labels() {
    return Mapping.ofTexts(Map.of(LABEL, prefix));
  }

  private Resource create(ResourceKind kind, Mapping spec, WriteOptions options) {
    Written written = engine().create(kind, spec, options);
    return find(kind, spec.text("Name").orElseThrow())
        .filter(found -> found.id().equals(written.id()))
        .orElseThrow(() -> new AssertionError("what was created is not listed: " + written));
  }

  private Optional<Resource> find(ResourceKind kind, String name) {
    return engine().list(kind, Selector.names(name)).stream().findFirst();
  }

  /** An object as it is now. */
  Resource now(Resource resource) {
    return find(resource.kind(), resource.name()).orElseThrow();
  }

  /** Changes a service, whatever the managers write to it meanwhile. */
  void update(Resource service, UnaryOperator<ServiceSpecBuilder> change)
      throws InterruptedException {
    eventuallyWrites(
        () -> {
          Resource current = now(service);
          engine()
              .update(
                  current, change.apply(ServiceSpecBuilder.of(current)).build(), WriteOptions.NONE);
        });
  }

  /** Removes an object, as soon as nothing needs it any more. */
  void eventuallyRemoves(Resource resource) throws InterruptedException {
    eventually(
        () -> {
          try {
            engine().remove(resource);
          } catch (InUseException notYet) {
            throw new AssertionError(notYet);
          }
        });
  }

  /** Writes again, from what is there then, as long as somebody else writes meanwhile. */
  void eventuallyWrites(Runnable write) throws InterruptedException {
    eventually(
        () -> {
          try {
            write.run();
          } catch (StaleVersionException moved) {
            throw new AssertionError(moved);
          }
        });
  }

  /** All tasks of a service with their history. */
  List<Task> tasks(Resource service) {
    return engine().tasks(TaskQuery.ofService(service.id()));
  }

  List<Task> running(Resource service) {
    return tasks(service).stream().filter(Task::isRunning).toList();
  }

  Optional<UpdateState> updateState(Resource service) {
    return now(service).updateStatus().map(UpdateStatus::state);
  }

  void awaitRunning(Resource service, int count) throws InterruptedException {
    eventually(() -> assertThat(running(service)).hasSize(count));
  }

  void awaitUpdateState(Resource service, UpdateState state) throws InterruptedException {
    eventually(() -> assertThat(updateState(service)).contains(state));
  }

  /** Waits for a task with this in its error, whatever else the service's tasks do. */
  void awaitError(Resource service, String words) throws InterruptedException {
    eventually(
        () ->
            assertThat(tasks(service))
                .anySatisfy(task -> assertThat(task.status().error()).contains(words)));
  }

  /** Looks again and again until the assertions hold. */
  void eventually(Runnable assertions) throws InterruptedException {
    Deadline deadline = Deadline.in(PATIENCE, timeline);
    while (true) {
      try {
        assertions.run();
        return;
      } catch (AssertionError notYet) {
        if (deadline.hasPassed()) {
          throw notYet;
        }
      }
      timeline.sleep(BETWEEN_LOOKS);
    }
  }

  /** Gives the managers time to do what they should not do. */
  void letSomeTimePass() throws InterruptedException {
    letSomeTimePass(Duration.ofSeconds(2));
  }

  void letSomeTimePass(Duration time) throws InterruptedException {
    timeline.sleep(time);
  }

  void cleanUp() throws InterruptedException {
    for (ResourceKind kind : REMOVAL_ORDER) {
      for (Resource resource : engine().list(kind, mine())) {
        eventuallyRemoves(resource);
      }
    }
  }
}
