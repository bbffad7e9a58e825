package dev.swarmha.engine.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatusRangeTest {

  @Test
  void readsOneStatusOrARange() {
    assertThat(StatusRange.parse("204")).isEqualTo(new StatusRange(204, 204)).hasToString("204");
    assertThat(StatusRange.parse("200-399"))
        .isEqualTo(new StatusRange(200, 399))
        .hasToString("200-399");
  }

  @Test
  void includesBothEnds() {
    StatusRange range = new StatusRange(200, 299);

    assertThat(range.contains(199)).isFalse();
    assertThat(range.contains(200)).isTrue();
    assertThat(range.contains(299)).isTrue();
    assertThat(range.contains(300)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "ok", "20", "2000", "600", "099", "200-", "-200", "200 - 299", "299-200"})
  void refusesWhatIsNoStatus(String text) {
    assertThatThrownBy(() -> StatusRange.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
