package dev.swarmha.engine.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.EngineRefusedException;
import dev.swarmha.engine.Node;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.Task;
import dev.swarmha.engine.TaskQuery;
import dev.swarmha.engine.TaskState;
import dev.swarmha.engine.testkit.ServiceSpecBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How an Engine runs services that come to an end. */
interface JobHabits extends Habits {

  /** The API leaves out zeros, and so the number of the first slot. */
  @Test
  default void runsEachTaskOfAJobToItsEndOnce() throws InterruptedException {
    Resource job = scene().create(job().job(2));

    awaitCompleted(job, 2);
    scene().letSomeTimePass();

    assertThat(scene().tasks(job))
        .extracting(Task::slot)
        .containsExactlyInAnyOrder(Optional.empty(), Optional.of(1));
    assertThat(scene().tasks(job))
        .allMatch(task -> task.desired() == TaskState.COMPLETE)
        .allMatch(Task::upToDate);
    assertThat(scene().updateState(job)).isEmpty();
  }

  @Test
  default void runsATaskOfAGlobalJobOnEachNode() throws InterruptedException {
    List<Node> ready = scene().engine().nodes().stream().filter(Node::isReady).toList();
    Resource job = scene().create(job().globalJob());

    awaitCompleted(job, ready.size());

    assertThat(scene().tasks(job))
        .extracting(task -> task.node().orElseThrow())
        .containsExactlyInAnyOrderElementsOf(ready.stream().map(Node::id).toList());
    assertThat(scene().tasks(job)).allMatch(task -> task.slot().isEmpty());
  }

  @Test
  default void runsAJobAgainAtEachUpdateEvenIfNothingChanges() throws InterruptedException {
    Resource job = scene().create(job().job(1));
    awaitCompleted(job, 1);
    ResourceId before = scene().tasks(job).get(0).id();

    scene().update(job, spec -> spec);

    scene()
        .eventually(
            () ->
                assertThat(scene().tasks(job))
                    .anyMatch(
                        task -> task.state() == TaskState.COMPLETE && !task.id().equals(before)));
  }

  /** Engine 20.10; removing it stops no task of a job, and they stay in the list for good. */
  @Test
  default void letsTheTasksOfARemovedJobRunToTheirEnd() throws InterruptedException {
    Resource job = scene().create(job().job(1));
    scene()
        .eventually(
            () ->
                assertThat(scene().tasks(job))
                    .anyMatch(task -> task.state().compareTo(TaskState.STARTING) >= 0));

    scene().engine().remove(scene().now(job));

    scene()
        .eventually(
            () ->
                assertThat(scene().engine().tasks(TaskQuery.all()))
                    .filteredOn(task -> task.service().equals(job.id()))
                    .singleElement()
                    .matches(
                        task ->
                            task.state() == TaskState.COMPLETE
                                && task.desired() == TaskState.COMPLETE));
  }

  @Test
  default void fillsInHowManyTasksAJobHas() {
    assertThat(scene().create(job("one", Mapping.empty())).spec().mapping("Mode"))
        .isEqualTo(mode(1));
    assertThat(
            scene()
                .create(job("two", Mapping.of("MaxConcurrent", Document.number(2))))
                .spec()
                .mapping("Mode"))
        .isEqualTo(mode(2));
  }

  @Test
  default void refusesToUpdateAJobByAPolicy() {
    ServiceSpecBuilder updated = job().job(1).update("pause", Duration.ofSeconds(1));

    assertThatThrownBy(() -> scene().create(updated))
        .isInstanceOf(EngineRefusedException.class)
        .hasMessageContaining("Jobs may not have an update config");
  }

  private ServiceSpecBuilder job() {
    return scene().spec("job", scene().images().job());
  }

  private ServiceSpecBuilder job(String word, Mapping counts) {
    return scene()
        .spec(word, scene().images().job())
        .with(DocumentPath.of("Mode"), Mapping.of("ReplicatedJob", counts));
  }

  private static Mapping mode(int tasks) {
    return Mapping.of(
        "ReplicatedJob",
        Mapping.builder().put("MaxConcurrent", tasks).put("TotalCompletions", tasks).build());
  }

  private void awaitCompleted(Resource job, int count) throws InterruptedException {
    scene()
        .eventually(
            () ->
                assertThat(scene().tasks(job))
                    .hasSize(count)
                    .allMatch(task -> task.state() == TaskState.COMPLETE));
  }
}
