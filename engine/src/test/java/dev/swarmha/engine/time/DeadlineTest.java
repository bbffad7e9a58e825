package dev.swarmha.engine.time;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DeadlineTest {

  private static final class Hands implements Timeline {
    private Instant now = Instant.EPOCH;

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public void sleep(Duration time) {
      now = now.plus(time);
    }
  }

  private final Hands timeline = new Hands();
  private final Deadline deadline = Deadline.in(ofSeconds(10), timeline);

  @Test
  void passesAtItsInstant() {
    timeline.sleep(ofSeconds(10).minusNanos(1));
    assertThat(deadline.hasPassed()).isFalse();
    assertThat(deadline.left()).isEqualTo(Duration.ofNanos(1));

    timeline.sleep(Duration.ofNanos(1));
    assertThat(deadline.hasPassed()).isTrue();
    assertThat(deadline.left()).isZero();

    timeline.sleep(ofSeconds(5));
    assertThat(deadline.left()).isZero();
  }

  @Test
  void neverSleepsBeyondItself() throws InterruptedException {
    deadline.sleepAtMost(ofSeconds(4));
    assertThat(timeline.instant()).isEqualTo(Instant.EPOCH.plusSeconds(4));

    deadline.sleepAtMost(ofSeconds(60));
    assertThat(timeline.instant()).isEqualTo(deadline.instant());
  }
}
