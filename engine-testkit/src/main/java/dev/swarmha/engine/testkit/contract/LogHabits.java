package dev.swarmha.engine.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.swarmha.engine.LogLine;
import dev.swarmha.engine.LogLine.Channel;
import dev.swarmha.engine.LogReading;
import dev.swarmha.engine.LogRequest;
import dev.swarmha.engine.LogRequest.Source;
import dev.swarmha.engine.NotFoundException;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** How an Engine gives what tasks have written. The first image writes a line when it starts. */
interface LogHabits extends Habits {

  @Test
  default void givesTheLinesOfAServiceEachWithItsTask() throws InterruptedException {
    Resource service = scene().create(scene().spec("web", scene().images().first()).replicas(2));
    scene().awaitRunning(service, 2);
    ResourceId[] tasks = scene().running(service).stream().map(Task::id).toArray(ResourceId[]::new);

    eventually(
        of(service),
        lines ->
            assertThat(lines)
                .allMatch(line -> line.channel() == Channel.OUTPUT && !line.text().isEmpty())
                .extracting(line -> line.task().orElseThrow())
                .containsExactlyInAnyOrder(tasks));
  }

  @Test
  default void givesTheLinesOfOneTaskAlone() throws InterruptedException {
    Resource service = scene().create(scene().spec("web", scene().images().first()).replicas(2));
    scene().awaitRunning(service, 2);
    ResourceId task = scene().running(service).get(0).id();

    eventually(
        request(Source.TASK, task),
        lines ->
            assertThat(lines).extracting(line -> line.task().orElseThrow()).containsExactly(task));
  }

  @Test
  default void tellsStandardErrorFromOutput() throws InterruptedException {
    Resource service =
        scene()
            .create(
                scene()
                    .spec("web", scene().images().crash())
                    .restart("none", Duration.ofSeconds(1), 0));

    eventually(
        of(service),
        lines -> assertThat(lines).isNotEmpty().allMatch(line -> line.channel() == Channel.ERROR));
  }

  @Test
  default void givesOnlyWhatWasWrittenSince() throws InterruptedException {
    Resource service = scene().create(scene().spec("web", scene().images().first()));
    scene().awaitRunning(service, 1);
    eventually(of(service), lines -> assertThat(lines).hasSize(1));
    LogLine line = read(of(service)).get(0);

    assertThat(read(of(service).after(line.at()))).isEmpty();
    assertThat(read(of(service).after(line.at().minusNanos(1)))).containsExactly(line);
  }

  @Test
  default void followsTasksThatComeLater() throws InterruptedException {
    Resource service = scene().create(scene().spec("web", scene().images().first()).replicas(0));
    LogRequest request =
        new LogRequest(Source.SERVICE, service.id(), true, Optional.empty(), Optional.empty());
    List<LogLine> lines = new ArrayList<>();

    try (LogReading reading = scene().connection().logs().open(request)) {
      scene().update(service, spec -> spec.replicas(1));
      scene()
          .eventually(
              () -> {
                lines.addAll(reading.poll());
                assertThat(lines).hasSize(1);
              });
      assertThat(reading.ended()).isFalse();
    }
  }

  @Test
  default void hasNoLogOfAServiceThatIsNotThere() {
    ResourceId nobody = new ResourceId("0123456789abcdefghijklmno");

    assertThatThrownBy(() -> read(request(Source.SERVICE, nobody)))
        .isInstanceOf(NotFoundException.class);
  }

  /** Reads all of a log again and again until the assertions hold. */
  private void eventually(LogRequest request, Consumer<List<LogLine>> assertions)
      throws InterruptedException {
    for (int left = 40; ; left--) {
      List<LogLine> lines = read(request);
      try {
        assertions.accept(lines);
        return;
      } catch (AssertionError notYet) {
        if (left == 0) {
          throw notYet;
        }
      }
      scene().letSomeTimePass(Duration.ofMillis(500));
    }
  }

  private static LogRequest of(Resource service) {
    return request(Source.SERVICE, service.id());
  }

  private static LogRequest request(Source source, ResourceId id) {
    return new LogRequest(source, id, false, Optional.empty(), Optional.empty());
  }

  private List<LogLine> read(LogRequest request) throws InterruptedException {
    List<LogLine> lines = new ArrayList<>();
    try (LogReading reading = scene().connection().logs().open(request)) {
      scene()
          .eventually(
              () -> {
                lines.addAll(reading.poll());
                assertThat(reading.ended()).isTrue();
              });
    }
    return lines;
  }
}
