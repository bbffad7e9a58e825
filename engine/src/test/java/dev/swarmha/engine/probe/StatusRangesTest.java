package dev.swarmha.engine.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatusRangesTest {

  @Test
  void readsSeveralRanges() {
    StatusRanges ranges = StatusRanges.parse("200-299, 301");

    assertThat(ranges)
        .isEqualTo(StatusRanges.of(new StatusRange(200, 299), new StatusRange(301, 301)))
        .hasToString("200-299,301");
    assertThat(ranges.contains(204)).isTrue();
    assertThat(ranges.contains(301)).isTrue();
    assertThat(ranges.contains(302)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",", "200,", ",200", "200;301", "200-299,ok"})
  void refusesWhatIsNoListOfRanges(String text) {
    assertThatThrownBy(() -> StatusRanges.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
