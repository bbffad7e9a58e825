package dev.swarmha.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.swarmha.engine.EngineInterruptedException;
import dev.swarmha.engine.EngineRefusedException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class SideBySideTest {

  private final CyclicBarrier all = new CyclicBarrier(3);

  @Test
  void asksAllBeforeAnybodyHasAnswered() {
    assertThat(SideBySide.ask(List.of("one", "two", "three"), this::upperCaseOnceAllHaveAsked))
        .containsExactly("ONE", "TWO", "THREE");
  }

  @Test
  void asksForOneThingInTheSameThread() {
    assertThat(SideBySide.ask(List.of("one"), thing -> Thread.currentThread()))
        .containsExactly(Thread.currentThread());
  }

  @Test
  void failsAsTheQuestionFails() {
    assertThatThrownBy(() -> SideBySide.ask(List.of("one", "two"), SideBySideTest::refuse))
        .isInstanceOf(EngineRefusedException.class)
        .hasMessageContaining("one");
  }

  @Test
  void givesEverythingUpWhenItIsInterrupted() throws InterruptedException {
    CountDownLatch givenUp = new CountDownLatch(2);
    CountDownLatch asked = new CountDownLatch(2);
    Thread caller = Thread.currentThread();
    Thread interrupter =
        new Thread(
            () -> {
              await(asked);
              caller.interrupt();
            });
    interrupter.start();

    assertThatThrownBy(
            () ->
                SideBySide.ask(
                    List.of("one", "two"),
                    thing -> {
                      asked.countDown();
                      await(new CountDownLatch(1));
                      givenUp.countDown();
                      return thing;
                    }))
        .isInstanceOf(EngineInterruptedException.class);

    assertThat(Thread.interrupted()).isTrue();
    givenUp.await();
  }

  private String upperCaseOnceAllHaveAsked(String thing) {
    try {
      all.await(1, TimeUnit.MINUTES);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException alone) {
      throw new IllegalStateException("the others have not asked", alone);
    }
    return thing.toUpperCase(Locale.ROOT);
  }

  private static String refuse(String thing) {
    throw new EngineRefusedException("no " + thing);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException givenUp) {
      return;
    }
  }
}
