package dev.swarmha.engine.docker.transport;

import dev.swarmha.engine.docker.endpoint.SshTarget;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Lines to an Engine by ssh. Logging in takes a good part of a second, so a connection whose answer
 * was read to its end carries the next call, too.
 */
final class SshLines implements Line.Source {

  /** A server lets few log in at once (sshd's {@code MaxStartups} is 10), and not only us. */
  private static final int LOGINS_AT_ONCE = 4;

  private static final int MOST_IDLE = 4;

  private final List<String> command;
  private final Duration openingTime;
  private final Semaphore logins = new Semaphore(LOGINS_AT_ONCE);
  private final Deque<SshProcess> idle = new ArrayDeque<>();
  private final Set<SshProcess> all = new HashSet<>();
  private boolean isClosed;

  /**
   * Lines through a command whose standard streams lead to an Engine.
   *
   * @param openingTime how long logging in may take
   */
  SshLines(List<String> command, Duration openingTime) {
    this.command = List.copyOf(command);
    this.openingTime = openingTime;
  }

  static SshLines to(SshTarget target) {
    return new SshLines(new SshCommand(target).words(), Duration.ofSeconds(30));
  }

  @Override
  public synchronized Line line(Duration silence) {
    while (!idle.isEmpty()) {
      SshProcess next = idle.pop();
      if (next.isAlive()) {
        return new SshLine(next);
      }
      all.remove(next);
    }
    return new SshLine(null);
  }

  private SshProcess open(SshProcess.Started started) throws IOException {
    try {
      logins.acquire();
    } catch (InterruptedException givenUp) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted before ssh was started");
    }
    try {
      return SshProcess.start(command, started);
    } finally {
      logins.release();
    }
  }

  private synchronized void keepTrackOf(SshProcess ssh) throws IOException {
    all.add(ssh);
    if (isClosed) {
      ssh.close();
      throw new IOException("the connection is closed");
    }
  }

  private synchronized void giveBack(SshProcess ssh) {
    if (isClosed || idle.size() == MOST_IDLE) {
      end(ssh);
      return;
    }
    idle.push(ssh);
  }

  private synchronized void end(SshProcess ssh) {
    all.remove(ssh);
    ssh.close();
  }

  @Override
  public synchronized void close() {
    isClosed = true;
    all.forEach(SshProcess::close);
    all.clear();
    idle.clear();
  }

  /** One call by ssh. */
  private final class SshLine implements Line {

    private final boolean isFresh;
    private @Nullable SshProcess ssh;
    private @Nullable HttpBody body;
    private boolean isGivenUp;

    SshLine(@Nullable SshProcess ssh) {
      this.ssh = ssh;
      this.isFresh = ssh == null;
    }

    @Override
    public Duration openingTime() {
      return isFresh ? openingTime : Duration.ZERO;
    }

    @Override
    public Answer execute(Call call) throws IOException {
      SshProcess there = ready();
      Answer answer = (there == null ? open(this::use) : there).send(call);
      answered((HttpBody) answer.body());
      return answer;
    }

    private synchronized @Nullable SshProcess ready() {
      return ssh;
    }

    private synchronized void use(SshProcess started) throws IOException {
      ssh = started;
      keepTrackOf(started);
      if (isGivenUp) {
        end(started);
        throw new IOException("the call was given up");
      }
    }

    private synchronized void answered(HttpBody coming) {
      body = coming;
    }

    @Override
    public synchronized void close() {
      SshProcess used = ssh;
      isGivenUp = true;
      if (used == null) {
        return;
      }
      if (body != null && body.leavesConnectionUsable()) {
        giveBack(used);
      } else {
        end(used);
      }
      ssh = null;
    }
  }
}
