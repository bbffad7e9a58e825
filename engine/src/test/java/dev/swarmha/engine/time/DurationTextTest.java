package dev.swarmha.engine.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DurationTextTest {

  @Test
  void showsNoMoreThanTwoUnits() {
    assertThat(text(0)).isEqualTo("0s");
    assertThat(text(250)).isEqualTo("250ms");
    assertThat(text(5_000)).isEqualTo("5s");
    assertThat(text(2_500)).isEqualTo("2.5s");
    assertThat(text(1_005)).isEqualTo("1.005s");
    assertThat(text(120_000)).isEqualTo("2m");
    assertThat(text(90_000)).isEqualTo("1m30s");
    assertThat(text(7_500_000)).isEqualTo("2h5m");
    assertThat(text(7_200_999)).isEqualTo("2h");
  }

  private static String text(long millis) {
    return DurationText.of(Duration.ofMillis(millis));
  }
}
