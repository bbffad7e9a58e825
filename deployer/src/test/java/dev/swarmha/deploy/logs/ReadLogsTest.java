package dev.swarmha.deploy.logs;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.swarmha.engine.EngineInterruptedException;
import dev.swarmha.engine.LogLine;
import dev.swarmha.engine.LogLine.Channel;
import dev.swarmha.engine.NotFoundException;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.WriteOptions;
import dev.swarmha.engine.testkit.InMemorySwarm;
import dev.swarmha.engine.testkit.ServiceSpecBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ReadLogsTest {

  private final InMemorySwarm swarm = InMemorySwarm.withNodes("n1", "n2");
  private final List<String> lines = new ArrayList<>();

  @Test
  void readsTheLogsOfAStackInTheOrderOfTime() throws InterruptedException {
    swarm.image("web:1").logs("ready", "asked");
    swarm.image("db:1").logs("opened");
    create(ServiceSpecBuilder.service("shop_web", "web:1").stack("shop").replicas(2));
    swarm.advance(ofSeconds(10));
    create(ServiceSpecBuilder.service("shop_db", "db:1").stack("shop"));
    create(ServiceSpecBuilder.service("blog_db", "db:1").stack("blog"));
    swarm.advance(ofSeconds(10));

    read("shop", Optional.empty(), Optional.empty());

    assertThat(lines).hasSize(5).endsWith("shop_db.1: opened");
    assertThat(lines.subList(0, 4))
        .containsExactlyInAnyOrder(
            "shop_web.1: ready", "shop_web.1: asked", "shop_web.2: ready", "shop_web.2: asked");
  }

  @Test
  void readsOneTaskAlone() throws InterruptedException {
    swarm.image("web:1").logs("ready").complains("cannot go on");
    create(ServiceSpecBuilder.service("web", "web:1").replicas(2));
    swarm.advance(ofSeconds(10));

    read("web.2", Optional.empty(), Optional.empty());

    assertThat(lines).containsExactly("web.2: ready", "web.2! cannot go on");
  }

  @Test
  void readsTheLastLinesOfEachTask() throws InterruptedException {
    swarm.image("web:1").logs("one", "two", "three");
    create(ServiceSpecBuilder.service("web", "web:1").replicas(2));
    swarm.advance(ofSeconds(10));

    read("web", Optional.of(1), Optional.empty());

    assertThat(lines).containsExactlyInAnyOrder("web.1: three", "web.2: three");
  }

  @Test
  void readsWhatWasWrittenSince() throws InterruptedException {
    swarm.image("web:1").logs("ready");
    create(ServiceSpecBuilder.service("web", "web:1"));
    swarm.advance(ofSeconds(60));
    create(ServiceSpecBuilder.service("late", "web:1"));
    swarm.advance(ofSeconds(10));

    read("web", Optional.empty(), Optional.of(ofSeconds(30)));
    read("late", Optional.empty(), Optional.of(ofSeconds(30)));

    assertThat(lines).containsExactly("late.1: ready");
  }

  @Test
  void followsTasksThatComeLaterUntilItIsInterrupted() {
    swarm.image("web:1").logs("ready");
    create(ServiceSpecBuilder.service("web", "web:1"));
    swarm.advance(ofSeconds(10));
    at(ofSeconds(5), () -> swarm.service("web").crash(1, 1));
    at(ofSeconds(30), Thread.currentThread()::interrupt);

    assertThatThrownBy(() -> follow("web"))
        .isInstanceOfAny(InterruptedException.class, EngineInterruptedException.class);

    assertThat(lines).containsExactly("web.1: ready", "web.1: ready");
  }

  @Test
  void goesOnFollowingWhenTheEngineIsBack() {
    swarm.image("web:1").logs("ready");
    create(ServiceSpecBuilder.service("web", "web:1"));
    swarm.advance(ofSeconds(10));
    at(ofSeconds(2), () -> swarm.engineUnreachableFor(ofSeconds(10)));
    at(ofSeconds(5), () -> swarm.service("web").crash(1, 1));
    at(ofSeconds(40), Thread.currentThread()::interrupt);

    assertThatThrownBy(() -> follow("web"))
        .isInstanceOfAny(InterruptedException.class, EngineInterruptedException.class);

    assertThat(lines).containsExactly("web.1: ready", "web.1: ready");
  }

  @Test
  void saysThatThereIsNothingOfThisName() {
    create(ServiceSpecBuilder.service("web", "web:1"));

    assertThatThrownBy(() -> read("nosuch", Optional.empty(), Optional.empty()))
        .isInstanceOf(NotFoundException.class)
        .hasMessageStartingWith(
            "there is no stack \"nosuch\", and there is no service or task \"nosuch\"");
  }

  private void read(String name, Optional<Integer> tail, Optional<Duration> since)
      throws InterruptedException {
    new ReadLogs(swarm.connection(), swarm.timeline())
        .run(new LogsRequest(name, false, tail, since), new Lines());
  }

  private void follow(String name) throws InterruptedException {
    new ReadLogs(swarm.connection(), swarm.timeline())
        .run(new LogsRequest(name, true, Optional.empty(), Optional.empty()), new Lines());
  }

  private void at(Duration time, Runnable event) {
    swarm.timeline().schedule(swarm.timeline().instant().plus(time), event);
  }

  private void create(ServiceSpecBuilder service) {
    swarm.connection().swarm().create(ResourceKind.SERVICE, service.build(), WriteOptions.NONE);
  }

  /** {@code TASK: output}, {@code TASK! error}. */
  private final class Lines implements LogSink {
    @Override
    public void line(String task, LogLine line) {
      lines.add(task + (line.channel() == Channel.ERROR ? "! " : ": ") + line.text());
    }

    @Override
    public void note(String message) {
      lines.add("note: " + message);
    }
  }
}
