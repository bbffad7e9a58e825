package dev.swarmha.cli.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

final class DurationConverterTest {

  private final DurationConverter converter = new DurationConverter();

  @ParameterizedTest
  @CsvSource({
    "5m, PT5M",
    "30s, PT30S",
    "1h30m, PT1H30M",
    "500ms, PT0.5S",
    "1.5s, PT1.5S",
    ".5m, PT30S",
    "1m500ms, PT1M0.5S",
    "0, PT0S",
    "0s, PT0S",
    "90s, PT1M30S"
  })
  void readsWhatGoReads(String text, Duration expected) {
    assertThat(converter.convert(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", "m", "5 m", "-5m", "5d", "5m ", "1..5s", "5min", "PT5M"})
  void refusesAnythingElseAndShowsTheForm(String text) {
    assertThatThrownBy(() -> converter.convert(text))
        .isInstanceOf(TypeConversionException.class)
        .hasMessage("'" + text + "' is not a duration; write it like 30s, 5m, 1h30m or 500ms");
  }

  @ParameterizedTest
  @ValueSource(strings = {"9999999999999999999h", "99999999999999999999999999s"})
  void refusesWhatIsTooLongToCount(String text) {
    assertThatThrownBy(() -> converter.convert(text))
        .hasMessage("'" + text + "' is too long a duration");
  }
}
