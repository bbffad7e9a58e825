package dev.swarmha.engine.testkit;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VirtualTimelineTest {

  private final VirtualTimeline timeline = new VirtualTimeline();
  private final List<String> happened = new ArrayList<>();

  @Test
  void standsStillUntilSomebodyWaits() throws InterruptedException {
    assertThat(timeline.instant()).isEqualTo(VirtualTimeline.START);

    timeline.sleep(ofMinutes(10));

    assertThat(timeline.elapsed()).isEqualTo(ofMinutes(10));
  }

  @Test
  void runsWhatFallsDueInTheOrderOfTimeAndThenOfScheduling() {
    at(3, "late");
    at(1, "early");
    at(3, "later");
    at(9, "not yet");

    timeline.advance(ofSeconds(3));

    assertThat(happened).containsExactly("early at PT1S", "late at PT3S", "later at PT3S");
  }

  @Test
  void runsWhatAnEventSchedulesForTheSameWait() {
    timeline.schedule(ofSeconds(1), () -> at(1, "follows"));

    timeline.advance(ofSeconds(5));

    assertThat(happened).containsExactly("follows at PT2S");
    assertThat(timeline.elapsed()).isEqualTo(ofSeconds(5));
  }

  @Test
  void endsASleepAtTheInstantOfAnInterrupt() {
    timeline.schedule(ofSeconds(7), Thread.currentThread()::interrupt);
    at(8, "too late");

    assertThatThrownBy(() -> timeline.sleep(ofMinutes(1))).isInstanceOf(InterruptedException.class);

    assertThat(timeline.elapsed()).isEqualTo(ofSeconds(7));
    assertThat(happened).isEmpty();
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void doesNotGoBack() throws InterruptedException {
    timeline.sleep(ofSeconds(-5));
    timeline.schedule(VirtualTimeline.START.minusSeconds(5), () -> at(1, "after the past"));

    timeline.advance(ofSeconds(1));

    assertThat(happened).containsExactly("after the past at PT1S");
  }

  private void at(int seconds, String event) {
    timeline.schedule(
        Duration.ofSeconds(seconds), () -> happened.add(event + " at " + timeline.elapsed()));
  }
}
