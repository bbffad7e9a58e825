package dev.swarmha.cli.option;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class ColorModeTest {

  @Test
  void coloursATerminalByItself() {
    assertThat(colours(ColorMode.AUTO, Map.of(), true)).isTrue();
    assertThat(colours(ColorMode.AUTO, Map.of("NO_COLOR", ""), true)).isTrue();
    assertThat(colours(ColorMode.AUTO, Map.of("NO_COLOR", "1"), true)).isFalse();
    assertThat(colours(ColorMode.AUTO, Map.of("TERM", "dumb"), true)).isFalse();
    assertThat(colours(ColorMode.AUTO, Map.of(), false)).isFalse();
  }

  @Test
  void doesAsTheCommandLineSaysBeforeAllElse() {
    assertThat(colours(ColorMode.ALWAYS, Map.of("NO_COLOR", "1"), false)).isTrue();
    assertThat(colours(ColorMode.NEVER, Map.of(), true)).isFalse();
  }

  private static boolean colours(
      ColorMode mode, Map<String, String> environment, boolean terminal) {
    return mode.ansi(environment, () -> terminal).enabled();
  }
}
