package dev.swarmha.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The messages that {@code docs/errors.md} explains are those that are printed. */
final class ErrorsPageTest {

  private static final Path PROJECT = Path.of("..");
  private static final Pattern HEADING = Pattern.compile("(?m)^### `(.+)`$");
  private static final int SEVERAL = 15;

  @Test
  void explainsWhatIsPrinted() throws IOException {
    String printed = printed();
    Matcher heading = HEADING.matcher(Files.readString(PROJECT.resolve("docs/errors.md")));
    List<String> unknown = new ArrayList<>();
    int messages = 0;
    while (heading.find()) {
      messages++;
      Stream.of(heading.group(1).split("…"))
          .map(String::strip)
          .filter(part -> part.length() > 2 && !printed.contains(part))
          .forEach(unknown::add);
    }

    assertThat(unknown).isEmpty();
    assertThat(messages).isGreaterThan(SEVERAL);
  }

  /** Texts of the sources, joined where they are broken into lines, and recorded sessions. */
  private static String printed() throws IOException {
    try (Stream<Path> files = Files.walk(PROJECT)) {
      return files
          .filter(ErrorsPageTest::speaks)
          .map(ErrorsPageTest::read)
          .map(text -> text.replaceAll("\"\\s*\\+\\s*\"", "").replace("\\\"", "\""))
          .collect(Collectors.joining("\n"));
    }
  }

  private static boolean speaks(Path file) {
    String name = file.toString();
    return (name.contains("/src/main/java/") && name.endsWith(".java"))
        || (name.contains("/cli/src/test/resources/golden/") && name.endsWith(".txt"));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
