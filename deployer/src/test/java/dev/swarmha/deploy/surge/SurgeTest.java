package dev.swarmha.deploy.surge;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.deploy.DeployRequest.Patience;
import dev.swarmha.deploy.World;
import dev.swarmha.deploy.plan.Replicas;
import dev.swarmha.deploy.plan.SurgeMemory;
import dev.swarmha.deploy.surge.SurgeEnd.Course;
import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.EngineUnreachableException;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.Task;
import dev.swarmha.engine.WriteOptions;
import dev.swarmha.engine.testkit.InMemorySwarm;
import dev.swarmha.engine.testkit.ServiceSpecBuilder;
import dev.swarmha.engine.time.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class SurgeTest {

  private final InMemorySwarm swarm = InMemorySwarm.withNodes("n1", "n2", "n3");
  private final World world =
      new World(swarm.connection(), swarm.prober(), swarm.timeline(), event -> {});
  private final List<Integer> seen = new ArrayList<>();

  @BeforeEach
  void run() {
    Mapping web = ServiceSpecBuilder.service("web", "web:1").replicas(3).label("team", "a").build();
    swarm.connection().swarm().create(ResourceKind.SERVICE, web, WriteOptions.NONE);
    swarm.advance(ofSeconds(20));
  }

  @Test
  void hasTheWorkDoneWhileThereAreMoreReplicasAndPutsTheCountBack() {
    Mapping before = web().spec();
    List<String> tasks = running();

    SurgeEnd end = surge(2);

    assertThat(end.course()).isEqualTo(Course.DONE);
    assertThat(seen).containsExactly(5);
    assertThat(web().spec()).isEqualTo(before);
    assertThat(end.back().words()).isEqualTo("replica counts are put back: web");
    swarm.advance(ofSeconds(20));
    assertThat(running()).isEqualTo(tasks);
  }

  @Test
  void remembersTheCountWhereItCanBeFoundAfterwards() {
    Surge surge = new Surge(world);
    List<String> labels = new ArrayList<>();

    SurgeEnd end =
        surge.during(
            Map.of(web(), 2),
            Patience.DEFAULT,
            Deadline.in(Duration.ofMinutes(5), swarm.timeline()),
            () -> labels.add(web().label(SurgeMemory.LABEL).orElse("")));

    assertThat(end.course()).isEqualTo(Course.DONE);
    assertThat(labels).containsExactly("3+2");
    assertThat(web().label(SurgeMemory.LABEL)).isEmpty();
  }

  @Test
  void doesNoWorkWhereTheNewTasksDoNotBecomeHealthy() {
    swarm.image("web:1").crashesAfter(ofSeconds(1));

    SurgeEnd end = surge(1);

    assertThat(end.course()).isEqualTo(Course.NOT_UP);
    assertThat(end.up().reasons()).isNotEmpty();
    assertThat(seen).isEmpty();
    assertThat(Replicas.of(web().spec())).isEqualTo(3);
    assertThat(end.back().isComplete()).isTrue();
  }

  @Test
  void putsTheCountBackAtOnceWhenInterrupted() {
    Thread user = Thread.currentThread();
    swarm.timeline().schedule(swarm.timeline().instant().plusMillis(1500), () -> user.interrupt());

    SurgeEnd end = surge(1);

    assertThat(end.course()).isEqualTo(Course.INTERRUPTED);
    assertThat(seen).isEmpty();
    assertThat(Replicas.of(web().spec())).isEqualTo(3);
    assertThat(end.back().words()).isEqualTo("replica counts are put back: web");
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void keepsWhatSomebodyElseHasChangedMeanwhile() {
    swarm.beforeNextCall("tasks", () -> change(spec -> labelled(spec, "team", "b")));

    surge(2);

    assertThat(web().label("team")).contains("b");
    assertThat(web().label(SurgeMemory.LABEL)).isEmpty();
    assertThat(Replicas.of(web().spec())).isEqualTo(3);
  }

  @Test
  void keepsTheCountThatSomebodyElseHasSetMeanwhile() {
    Mapping raised = SurgeMemory.raised(web().spec(), 2);
    change(spec -> raised.withAt(DocumentPath.of("Mode", "Replicated", "Replicas"), number(9)));

    PutBack back = new Surge(world).putBack(Surge.leftovers(List.of(web())));

    assertThat(Replicas.of(web().spec())).isEqualTo(9);
    assertThat(web().label(SurgeMemory.LABEL)).isEmpty();
    assertThat(back.notes())
        .containsExactly("web keeps its 9 replicas, since somebody else has set them meanwhile");
  }

  @Test
  void findsAndPutsBackWhatACommandLeftThatIsNoMore() {
    Mapping before = web().spec();
    change(spec -> SurgeMemory.raised(spec, 2));

    List<Resource> leftovers = Surge.leftovers(List.of(web()));
    PutBack back = new Surge(world).putBack(leftovers);

    assertThat(leftovers).hasSize(1);
    assertThat(back.restored()).extracting(Resource::name).containsExactly("web");
    assertThat(web().spec()).isEqualTo(before);
    assertThat(Surge.leftovers(List.of(web()))).isEmpty();
  }

  @Test
  void triesAgainWhereSomebodyElseWasQuicker() {
    change(spec -> SurgeMemory.raised(spec, 2));
    swarm.beforeNextCall("update", () -> change(spec -> labelled(spec, "team", "b")));

    PutBack back = new Surge(world).putBack(Surge.leftovers(List.of(web())));

    assertThat(back.isComplete()).isTrue();
    assertThat(web().label("team")).contains("b");
    assertThat(Replicas.of(web().spec())).isEqualTo(3);
  }

  @Test
  void saysWhatCouldNotBePutBack() {
    change(spec -> SurgeMemory.raised(spec, 2));
    List<Resource> leftovers = Surge.leftovers(List.of(web()));
    swarm.failNextCall("update", EngineUnreachableException.unanswered("no answer", null));

    PutBack back = new Surge(world).putBack(leftovers);

    assertThat(back.words())
        .isEqualTo(
            "the replica counts are not put back: no answer;"
                + " run swarmha rebalance to put them back");
  }

  private SurgeEnd surge(int more) {
    return new Surge(world)
        .during(
            Map.of(web(), more),
            Patience.DEFAULT,
            Deadline.in(Duration.ofMinutes(5), swarm.timeline()),
            () -> seen.add(swarm.service("web").running()));
  }

  private void change(UnaryOperator<Mapping> edit) {
    swarm.connection().swarm().update(web(), edit.apply(web().spec()), WriteOptions.NONE);
  }

  private static Mapping labelled(Mapping spec, String key, String value) {
    return spec.withAt(DocumentPath.of("Labels", key), Document.text(value));
  }

  private static Document number(long value) {
    return Document.number(value);
  }

  private Resource web() {
    return swarm.service("web").resource();
  }

  private List<String> running() {
    return swarm.service("web").tasks().stream()
        .filter(Task::isRunning)
        .map(task -> task.id().value())
        .sorted()
        .toList();
  }
}
