package dev.swarmha.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class InterruptsTest {

  private final StringWriter err = new StringWriter();
  private final Interrupts interrupts = new Interrupts(new PrintWriter(err));

  @Test
  void leavesACommandAloneThatHasTouchedNothing() {
    interrupts.interrupt();

    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    assertThat(interrupts.release()).isTrue();
  }

  @Test
  void interruptsACommandThatIsConnectedAndWaitsForItsLastWord() throws InterruptedException {
    CountDownLatch connected = new CountDownLatch(1);
    AtomicBoolean mayEndTheProgram = new AtomicBoolean(true);
    Thread command =
        new Thread(
            () -> {
              interrupts.guard();
              connected.countDown();
              try {
                new CountDownLatch(1).await();
              } catch (InterruptedException interrupted) {
                mayEndTheProgram.set(interrupts.release());
              }
            });
    command.start();
    connected.await();

    interrupts.interrupt();

    assertThat(command.isAlive()).isFalse();
    assertThat(mayEndTheProgram).isFalse();
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void leavesACommandAloneThatHasEnded() {
    interrupts.guard();
    boolean mayEnd = interrupts.release();

    interrupts.interrupt();

    assertThat(mayEnd).isTrue();
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }
}
