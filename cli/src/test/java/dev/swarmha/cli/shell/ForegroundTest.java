package dev.swarmha.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

final class ForegroundTest {

  private final Foreground foreground = new Foreground();

  @Test
  void interruptsTheCommandAndNotItsCaller() throws InterruptedException {
    CountDownLatch running = new CountDownLatch(1);
    Thread user =
        new Thread(
            () -> {
              try {
                running.await();
                foreground.interrupt();
              } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
              }
            });
    user.start();

    int code = foreground.run(() -> untilInterrupted(running));

    assertThat(code).isEqualTo(130);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    assertThat(foreground.run(() -> 4)).isEqualTo(4);
  }

  @Test
  void interruptsNobodyWhereNothingRuns() {
    foreground.interrupt();

    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  private static int untilInterrupted(CountDownLatch running) {
    running.countDown();
    try {
      new CountDownLatch(1).await();
      return 0;
    } catch (InterruptedException interrupted) {
      return 130;
    }
  }
}
