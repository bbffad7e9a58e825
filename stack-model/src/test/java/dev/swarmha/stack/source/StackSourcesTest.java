package dev.swarmha.stack.source;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.stack.diagnostic.Diagnostic;
import dev.swarmha.stack.diagnostic.Loaded;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackSourcesTest {

  private final Path directory;

  StackSourcesTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void readsFilesAndStandardInputInOrder() throws IOException {
    Files.createDirectories(directory.resolve("sub"));
    Files.writeString(directory.resolve("sub/a.yml"), "a: 1");

    StackSources sources = read("sub/a.yml", "-").value().orElseThrow();

    assertThat(sources.sources())
        .containsExactly(new StackSource("sub/a.yml", "a: 1"), new StackSource("-", "from: stdin"));
    assertThat(sources.baseDirectory()).isEqualTo(directory.resolve("sub"));
  }

  @Test
  void startsFromTheWorkingDirectoryForStandardInput() {
    assertThat(read("-").value().orElseThrow().baseDirectory()).isEqualTo(directory);
  }

  @Test
  void readsUtf16AndDropsByteOrderMarks() throws IOException {
    Files.write(directory.resolve("a.yml"), "a: ü".getBytes(UTF_16));
    Files.write(directory.resolve("b.yml"), "\uFEFFb: ü".getBytes(UTF_8));

    assertThat(read("a.yml", "b.yml").value().orElseThrow().sources())
        .extracting(StackSource::text)
        .containsExactly("a: ü", "b: ü");
  }

  @Test
  void reportsEveryFileThatCannotBeRead() throws IOException {
    Files.write(directory.resolve("bytes.yml"), new byte[] {'a', '\n', 'b', (byte) 0xC3, '('});

    assertThat(read("nope.yml", ".", "bytes.yml").errors())
        .extracting(Diagnostic::toString)
        .containsExactly(
            "nope.yml: the file does not exist",
            ".: the file cannot be read: is a directory",
            "bytes.yml:2:2: the file is not UTF-8 text");
  }

  @Test
  void refusesToReadNothing() {
    assertThat(read().errors())
        .extracting(Diagnostic::message)
        .containsExactly("no stack file is given");
  }

  private Loaded<StackSources> read(String... names) {
    return StackSources.read(
        List.of(names), directory, new ByteArrayInputStream("from: stdin".getBytes(UTF_8)));
  }
}
