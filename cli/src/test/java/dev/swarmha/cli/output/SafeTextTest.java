package dev.swarmha.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SafeTextTest {

  @Test
  void dropsColoursTitlesAndOtherEscapes() {
    assertThat(SafeText.line("\u001b[1;31mred\u001b[0m \u001b]0;title\u0007plain\u001b7\u0008."))
        .isEqualTo("red plain.");
  }

  @Test
  void splitsLinesAndKeepsBlankOnesBetween() {
    assertThat(SafeText.lines("one\r\n\ntwo\tthree\n\n")).containsExactly("one", "", "two three");
  }

  @Test
  void anOverwrittenLineCountsAsTwo() {
    assertThat(SafeText.lines("10%\r100%")).containsExactly("10%", "100%");
  }

  @Test
  void emptyTextIsOneEmptyLine() {
    assertThat(SafeText.lines("")).containsExactly("");
  }
}
