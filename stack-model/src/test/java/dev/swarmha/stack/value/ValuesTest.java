package dev.swarmha.stack.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {

  @ParameterizedTest
  @CsvSource({
    "1h2m3s4ms, 3723004000000",
    "1.5h, 5400000000000",
    ".5s, 500000000",
    "5.s, 5000000000",
    "+5s, 5000000000",
    "-1s, -1000000000",
    "0, 0",
    "1us, 1000",
    "1µs, 1000",
    "7ns, 7"
  })
  void readsDurations(String text, long nanos) {
    assertThat(GoDuration.parse(text).toNanos()).isEqualTo(nanos);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "10", "10x", "1d", "1 s", "1e3s", "1S", "s", "3000000h", "-"})
  void refusesWhatIsNoDuration(String text) {
    assertThatThrownBy(() -> GoDuration.parse(text)).isInstanceOf(ValueException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "1024, 1024",
    "1b, 1",
    "1k, 1024",
    "1kB, 1024",
    "1 KiB, 1024",
    "1.5g, 1610612736",
    "0.5m, 524288",
    "1e3, 1000",
    "1_0, 10",
    "1P, 1125899906842624"
  })
  void readsSizes(String text, long bytes) {
    assertThat(ByteSize.parse(text).bytes()).isEqualTo(bytes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "b", "-5", "5x", "5 kib b", "5  k", "1.2.3", "5ib"})
  void refusesWhatIsNoSize(String text) {
    assertThatThrownBy(() -> ByteSize.parse(text)).isInstanceOf(ValueException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "0.5, 500000000",
    "1/4, 250000000",
    "2, 2000000000",
    "1e-3, 1000000",
    "0.50, 500000000"
  })
  void readsCpus(String text, long nanos) {
    assertThat(Cpus.parse(text).nanos()).isEqualTo(nanos);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "half", "1/3", "1/0", "1/2/3", "-1", "0.0000000001"})
  void refusesWhatIsNoNumberOfCpus(String text) {
    assertThatThrownBy(() -> Cpus.parse(text)).isInstanceOf(ValueException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "a b         | [a, b]",
        "a\t~ b       | [a, b]",
        "\"a b\" c   | [a b, c]",
        "\"a\\\"b\"  | [a\"b]",
        "'a\\b'      | [a\\b]",
        "a\\ b       | [a b]",
        "a'b c'd     | [ab cd]",
        "a#b         | [a#b]",
        "a #b        | [a]",
        "a #b~c      | [a, c]",
        "''          | []",
        "$A *        | [$A, *]"
      })
  void cutsCommandLines(String text, String words) {
    assertThat(ShellWords.split(text.replace('~', '\n'))).hasToString(words);
  }

  @ParameterizedTest
  @ValueSource(strings = {"'a", "\"a", "a\\", "\"a\\"})
  void refusesCommandLinesWithoutAnEnd(String text) {
    assertThatThrownBy(() -> ShellWords.split(text)).isInstanceOf(ValueException.class);
  }

  @ParameterizedTest
  @CsvSource({"0.123456789, 0.12345679", "0.1, 0.1", "0, 0", "1, 1"})
  void shortensNumbersToFloats(BigDecimal number, BigDecimal shortened) {
    assertThat(GoNumbers.asFloat(number)).isEqualByComparingTo(shortened);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ":",
        "a:",
        "a b",
        "Foo",
        "a/B",
        "a//b",
        "-a",
        "a@sha256:12",
        "a:b:c",
        "http://a/b"
      })
  void refusesWhatIsNoImage(String text) {
    assertThatThrownBy(() -> ImageReference.parse(text)).isInstanceOf(ValueException.class);
  }
}
