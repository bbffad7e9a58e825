package dev.swarmha.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RepeatsTest {

  private final Repeats repeats = new Repeats();

  @Test
  void saysWhatComesAgainLessAndLessOften() {
    assertThat(said(10, "shop_web.1 on n1: failed"))
        .containsExactly(
            "shop_web.1 on n1: failed",
            "shop_web.1 on n1: failed",
            "shop_web.1 on n1: failed (4 times by now)",
            "shop_web.1 on n1: failed (8 times by now)");
  }

  @Test
  void keepsADayOfCrashesInAFewLines() {
    assertThat(said(20_000, "shop_web.1 on n1: failed").size()).isLessThan(20);
  }

  @Test
  void holdsBackNothingNew() {
    List<String> lines =
        IntStream.rangeClosed(0, 100).mapToObj(done -> done + "/100 up to date").toList();

    assertThat(lines.stream().flatMap(line -> repeats.of(line).stream()).toList()).isEqualTo(lines);
  }

  @Test
  void takesALineForTheSameThatNamesAnotherContainer() {
    String failed = "shop_web.1 on n1: failed: no such container: ";

    assertThat(repeats.of(failed + "3f2a9c01d4e5")).isPresent();
    assertThat(repeats.of(failed + "aa00bb11cc22")).isPresent();
    assertThat(repeats.of(failed + "9911bb11cc22")).isEmpty();
  }

  private List<String> said(int times, String line) {
    return IntStream.range(0, times).boxed().flatMap(any -> repeats.of(line).stream()).toList();
  }
}
