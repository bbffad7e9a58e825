package dev.swarmha.stack.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code docs/compose.md} says what the tables say; {@code -Dgolden.update=true} rewrites it. */
class ComposePageTest {

  private static final Path DOCS = Path.of("../docs");

  @Test
  void docsSayWhatTheTablesSay() throws IOException {
    Path page = DOCS.resolve("compose.md");
    String text =
        prose()
            + "\n"
            + new ComposePage().tables()
            + "\n"
            + Files.readString(DOCS.resolve("compose-differences.md"));
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(page, text);
    }

    assertThat(Files.readString(page)).isEqualTo(text);
  }

  @Test
  void tellsWhatIsIgnoredAsAWholeOnce() {
    assertThat(new ComposePage().tables()).contains("| `build` |").doesNotContain("| `build.");
  }

  @Test
  void tellsTheTypesOfBothDialectsWhereTheyDiffer() {
    assertThat(new ComposePage().tables())
        .contains("| `tty` | true or false; compose: a string, too |")
        .contains("| `image` | a string |")
        .contains("| `cpus` | a string or a number |");
  }

  private static String prose() throws IOException {
    try (InputStream file = ComposePageTest.class.getResourceAsStream("compose-page.md")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
