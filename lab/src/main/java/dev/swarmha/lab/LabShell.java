package dev.swarmha.lab;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import dev.swarmha.engine.time.SystemTimeline;
import dev.swarmha.engine.time.Timeline;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One Bash that runs command after command, as somebody at a prompt would: variables, the working
 * directory and {@code $?} last from one to the next. Both outputs of a command are one text. The
 * machine calls itself {@code laptop} there, whatever it is.
 */
public final class LabShell implements AutoCloseable {

  static final String MACHINE = "laptop";

  private static final String BASH = "env --default-signal=INT bash --noprofile --norc";

  /** What would change what is printed: the user's Docker, and the pipeline that runs the tests. */
  private static final Pattern TELLING =
      Pattern.compile("(DOCKER|GITHUB|GITLAB|CI|BUILD|JENKINS|SUDO|COMPOSE|NO_COLOR)(_|$)");

  private final Process bash;
  private final BufferedReader answers;
  private final Writer input;
  private final Path records;
  private final Timeline timeline = new SystemTimeline();
  private int commands;
  private int lastExitCode;

  private LabShell(Process bash, Path records) {
    this.bash = requireNonNull(bash, "bash");
    this.answers = bash.inputReader(UTF_8);
    this.input = bash.outputWriter(UTF_8);
    this.records = requireNonNull(records, "records");
  }

  /**
   * @param bin where the shell finds {@code swarmha}
   * @param variables its environment, beside those that it needs
   */
  static LabShell start(
      Project project, Path bin, Path records, Path directory, Map<String, String> variables) {
    try {
      Files.createDirectories(records);
      ProcessBuilder builder =
          new ProcessBuilder(
              "unshare", "--uts", "sh", "-c", "hostname " + MACHINE + " && exec " + BASH);
      builder.directory(directory.toFile()).redirectError(records.resolve("shell.err").toFile());
      Map<String, String> environment = builder.environment();
      environment.keySet().removeIf(name -> TELLING.matcher(name).lookingAt());
      environment.put("DOCKER_CONFIG", records.resolve("no-docker-config").toString());
      environment.put("SWARMHA_CACHE", project.cache().toString());
      environment.put("PATH", bin + File.pathSeparator + path());
      environment.putAll(variables);
      return new LabShell(builder.start(), records);
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot start a shell", broken);
    }
  }

  private static String path() {
    return System.getenv().getOrDefault("PATH", "/usr/sbin:/usr/bin:/sbin:/bin");
  }

  /**
   * Runs a command to its end.
   *
   * @throws AssertionError with what it has said so far, when it does not end in time
   */
  public Finished run(String command, Duration within) {
    commands++;
    String record = String.format(Locale.ROOT, "shell-%02d", commands);
    Path script = records.resolve(record + ".command");
    Path out = records.resolve(record + ".out");
    Instant startedAt = timeline.instant();
    try {
      Files.writeString(script, command + "\n", UTF_8);
      input.write(
          "(exit %d); . '%s' >>'%s' 2>&1 </dev/null; echo \"$?\"\n"
              .formatted(lastExitCode, script, out));
      input.flush();
      lastExitCode = awaitExitCode(command, out, within);
      Duration duration = Duration.between(startedAt, timeline.instant());
      return new Finished(command, lastExitCode, read(out), "", duration);
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot run " + command, broken);
    }
  }

  private int awaitExitCode(String command, Path out, Duration within) {
    try {
      String answer =
          CompletableFuture.supplyAsync(this::nextAnswer).get(within.toMillis(), MILLISECONDS);
      return Integer.parseInt(answer);
    } catch (TimeoutException late) {
      close();
      throw new AssertionError(
          "not at its end within " + within + ": " + command + "\n" + read(out), late);
    } catch (ExecutionException ended) {
      throw new AssertionError("the shell has ended: " + command + "\n" + read(out), ended);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while this ran: " + command, interrupted);
    }
  }

  private String nextAnswer() {
    try {
      return requireNonNull(answers.readLine(), "no answer");
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Ends it, and whatever it has started and left running. */
  @Override
  public void close() {
    Stream.concat(bash.descendants(), Stream.of(bash.toHandle()))
        .toList()
        .forEach(ProcessHandle::destroyForcibly);
  }
}
