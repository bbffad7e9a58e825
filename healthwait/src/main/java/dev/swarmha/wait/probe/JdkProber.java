package dev.swarmha.wait.probe;

import static java.util.Objects.requireNonNull;

import dev.swarmha.engine.probe.HealthProbe;
import dev.swarmha.engine.probe.ProbeResult;
import dev.swarmha.engine.probe.Prober;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Asks over the network, once a try and without retries of its own. A few are asked at a time;
 * others wait for their turn, which takes nothing from their time.
 */
public final class JdkProber implements Prober {

  private static final int AT_ONCE = 16;
  private static final long IDLE_SECONDS = 5;

  private final InstantSource clock;
  private final HttpGet http;
  private final ExecutorService threads;

  public JdkProber(InstantSource clock) {
    this.clock = requireNonNull(clock, "clock");
    this.http = new HttpGet(clock);
    this.threads = threads();
  }

  private static ExecutorService threads() {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            AT_ONCE,
            AT_ONCE,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            JdkProber::thread);
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  /** An unanswered question must not keep the program from ending. */
  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "health probe");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public Attempt begin(HealthProbe probe) {
    CompletableFuture<ProbeResult> answer = new CompletableFuture<>();
    Future<?> asking = threads.submit(() -> ask(probe, answer));
    return new Running(answer, asking);
  }

  private void ask(HealthProbe probe, CompletableFuture<ProbeResult> answer) {
    try {
      answer.complete(ask(probe));
    } catch (InterruptedException abandoned) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException bug) {
      answer.completeExceptionally(bug);
    }
  }

  /** Asks and waits for the answer. */
  ProbeResult ask(HealthProbe probe) throws InterruptedException {
    Instant start = clock.instant();
    Answer answer =
        probe instanceof HealthProbe.Http get
            ? http.ask(get)
            : TcpConnect.ask((HealthProbe.Tcp) probe);
    Duration took = Duration.between(start, clock.instant());
    return new ProbeResult(probe, answer.passed(), answer.words(), took);
  }

  private record Running(CompletableFuture<ProbeResult> answer, Future<?> asking)
      implements Attempt {
    @Override
    public Optional<ProbeResult> result() {
      return answer.isDone() ? Optional.of(answer.join()) : Optional.empty();
    }

    @Override
    public void abandon() {
      asking.cancel(true);
    }
  }
}
