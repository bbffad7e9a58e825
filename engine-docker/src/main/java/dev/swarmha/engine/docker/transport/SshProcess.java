package dev.swarmha.engine.docker.transport;

import dev.swarmha.engine.docker.transport.Line.Answer;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A running ssh client whose standard streams are a connection to an Engine. */
final class SshProcess implements AutoCloseable {

  private static final Call GREETING = Call.of("HEAD", "/_ping");

  private static final long SECONDS_TO_END = 2;
  private static final int LONGEST_COMPLAINT = 4096;
  private static final int LAST_LINES = 4;

  private final Process process;
  private final HttpExchange exchange;
  private final Thread listener;
  private final StringBuilder complaint = new StringBuilder();

  private SshProcess(Process process) {
    this.process = process;
    this.exchange =
        new HttpExchange(
            new BufferedInputStream(process.getInputStream()),
            new BufferedOutputStream(process.getOutputStream()),
            "docker");
    this.listener = new Thread(this::listen, "ssh-errors");
    listener.setDaemon(true);
  }

  /**
   * Starts the client, and returns once an Engine has answered through it: until then nothing that
   * fails has had an effect.
   *
   * @param started told of the process at once, so that somebody else can end it
   */
  static SshProcess start(List<String> command, Started started) throws IOException {
    SshProcess ssh;
    try {
      ssh = new SshProcess(new ProcessBuilder(command).start());
    } catch (IOException missing) {
      throw new SshFailure(String.valueOf(missing.getMessage()), true, missing);
    }
    ssh.listener.start();
    started.with(ssh);
    try {
      ssh.exchange.send(GREETING);
      return ssh;
    } catch (IOException broken) {
      SshFailure failure = ssh.failure(true, broken);
      ssh.close();
      throw failure;
    }
  }

  /** Hears of a process that has begun. */
  @FunctionalInterface
  interface Started {
    void with(SshProcess ssh) throws IOException;
  }

  Answer send(Call call) throws IOException {
    try {
      return exchange.send(call);
    } catch (IOException broken) {
      throw failure(false, broken);
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Why the streams have ended: what was written on standard error, or else the exit code. */
  private SshFailure failure(boolean isBeforeTheCall, IOException broken)
      throws InterruptedIOException {
    try {
      boolean hasEnded = process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS);
      listener.join(TimeUnit.SECONDS.toMillis(SECONDS_TO_END));
      String words = complaint();
      String otherwise =
          hasEnded ? "ssh ended with exit code " + process.exitValue() : String.valueOf(broken);
      return new SshFailure(words.isEmpty() ? otherwise : words, isBeforeTheCall, broken);
    } catch (InterruptedException givenUp) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while ssh was ending");
    }
  }

  private void listen() {
    try {
      byte[] buffer = new byte[LONGEST_COMPLAINT];
      InputStream errors = process.getErrorStream();
      for (int count = errors.read(buffer); count >= 0; count = errors.read(buffer)) {
        note(new String(buffer, 0, count, StandardCharsets.UTF_8));
      }
    } catch (IOException ended) {
      return;
    }
  }

  private synchronized void note(String words) {
    complaint.append(words);
    if (complaint.length() > LONGEST_COMPLAINT) {
      complaint.delete(0, complaint.length() - LONGEST_COMPLAINT);
    }
  }

  private synchronized String complaint() {
    List<String> lines =
        complaint
            .toString()
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("Warning: Permanently added"))
            .toList();
    return lines.stream()
        .skip(Math.max(0, lines.size() - LAST_LINES))
        .collect(Collectors.joining(" "));
  }

  /** Ends the client, and with it whatever reads from it. Its streams are not waited for. */
  @Override
  public void close() {
    process.toHandle().destroy();
  }
}
