package dev.swarmha.lab;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import dev.swarmha.cli.RealSurroundings;
import dev.swarmha.cli.Wiring;
import dev.swarmha.engine.time.SystemTimeline;
import dev.swarmha.engine.time.Timeline;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeoutException;

/**
 * One command line of ours within the Java of the tests. It is put together as the start script
 * puts it together, and spares what a new process costs: a third of all processor time, once.
 */
final class InThisJava {

  private final Command command;
  private final Path record;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final Timeline timeline = new SystemTimeline();
  private final Instant startedAt = timeline.instant();

  /**
   * Nothing runs yet.
   *
   * @param command its words are the arguments
   * @param record where its outputs go when it has ended: a path without its suffix
   */
  InThisJava(Command command, Path record) {
    this.command = command;
    this.record = record;
  }

  /**
   * Runs it to its end.
   *
   * @throws AssertionError that tells everything, when it does not end within its time
   */
  Finished run() {
    FutureTask<Integer> task = new FutureTask<>(this::exitCode);
    Thread thread = new Thread(task, record.getFileName().toString());
    thread.setDaemon(true);
    thread.start();
    try {
      return finished(task.get(command.within().toMillis(), MILLISECONDS));
    } catch (TimeoutException late) {
      IllegalStateException place = new IllegalStateException("where it is");
      place.setStackTrace(thread.getStackTrace());
      thread.interrupt();
      throw new AssertionError(
          "not at its end within " + command.within() + ": " + finished(-1), place);
    } catch (ExecutionException broken) {
      throw new AssertionError("broken: " + finished(-1), broken);
    } catch (InterruptedException interrupted) {
      thread.interrupt();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while this ran: " + command, interrupted);
    }
  }

  private int exitCode() {
    ByteArrayInputStream input = new ByteArrayInputStream(command.input().getBytes(UTF_8));
    return new Wiring(
            RealSurroundings.of(environment(), command.directory(), input),
            new PrintWriter(out),
            new PrintWriter(err))
        .run(command.words().toArray(String[]::new));
  }

  private Map<String, String> environment() {
    Map<String, String> all = new TreeMap<>(System.getenv());
    all.putAll(command.environment());
    all.values().removeIf(String::isEmpty);
    return all;
  }

  private Finished finished(int exitCode) {
    Duration duration = Duration.between(startedAt, timeline.instant());
    Finished finished =
        new Finished("swarmha " + command, exitCode, out.toString(), err.toString(), duration);
    try {
      Files.createDirectories(record.toAbsolutePath().getParent());
      Files.writeString(Path.of(record + ".txt"), finished + "\n", UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot write down " + command, broken);
    }
    return finished;
  }
}
