package dev.swarmha.lab;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import dev.swarmha.engine.time.SystemTimeline;
import dev.swarmha.engine.time.Timeline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** A command that has been started. */
public final class Running {

  private static final Duration DYING = Duration.ofSeconds(2);

  private final Command command;
  private final Process process;
  private final Path out;
  private final Path err;
  private final Timeline timeline = new SystemTimeline();
  private final Instant startedAt = timeline.instant();

  Running(Command command, Process process, Path out, Path err) {
    this.command = command;
    this.process = process;
    this.out = out;
    this.err = err;
  }

  /** What it has said on standard output so far. */
  public String out() {
    return read(out);
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** Asks it to end, as Ctrl-C does. */
  public void interrupt() {
    signal("INT");
  }

  /** Ends it at once, without asking. */
  public void kill() {
    signal("KILL");
  }

  /**
   * Waits until it ends.
   *
   * @throws AssertionError that tells everything, when it does not within its time
   */
  public Finished await() {
    try {
      if (!process.waitFor(command.within().toMillis(), MILLISECONDS)) {
        end();
        throw new AssertionError("not at its end within " + command.within() + ": " + finished(-1));
      }
      return finished(process.exitValue());
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while this ran: " + command, interrupted);
    }
  }

  /** Makes sure that it is gone; a Java program says first where its threads are. */
  void end() {
    if (!process.isAlive()) {
      return;
    }
    signal("QUIT");
    try {
      process.waitFor(DYING.toMillis(), MILLISECONDS);
      process.destroyForcibly().waitFor();
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private void signal(String name) {
    try {
      new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start().waitFor();
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot send a signal to " + command, broken);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private Finished finished(int exitCode) {
    Duration duration = Duration.between(startedAt, timeline.instant());
    return new Finished(command.toString(), exitCode, read(out), read(err), duration);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
