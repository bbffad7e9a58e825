package dev.swarmha.stack.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.stack.diagnostic.Diagnostics;
import dev.swarmha.stack.source.StackSource;
import dev.swarmha.stack.source.StackSources;
import dev.swarmha.stack.value.GoNumbers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts that were put to docker, with what it made of them. */
class AsDockerReadsTest {

  private static final String SEPARATOR = "  =>  ";
  private static final String PRINTS = "prints ";
  private static final String BYTES = "bytes ";
  private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u([0-9a-f]{4})|.)");

  static Stream<String> cases() throws IOException {
    try (InputStream file = AsDockerReadsTest.class.getResourceAsStream("as-docker-reads.txt")) {
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> line.contains(SEPARATOR));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void readsAsDockerDoes(String line) {
    int middle = line.indexOf(SEPARATOR);
    String expected = line.substring(middle + SEPARATOR.length());
    Optional<Mapping> read = read(bytes(line.substring(0, middle)));

    if (expected.equals("refused")) {
      assertThat(read).isEmpty();
    } else if (expected.startsWith(PRINTS)) {
      assertThat(read.map(AsDockerReadsTest::printed))
          .isEqualTo(json(expected.substring(PRINTS.length())));
    } else {
      assertThat(read).isPresent().isEqualTo(json(expected));
    }
  }

  private static Mapping printed(Mapping root) {
    return root.map(
        (key, value) ->
            value.isNull() ? value : Document.text(GoNumbers.text(value.asScalar().orElseThrow())));
  }

  private static Optional<Mapping> json(String written) {
    return read(unescaped(written).getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] bytes(String written) {
    return written.startsWith(BYTES)
        ? HexFormat.of().parseHex(written.substring(BYTES.length()))
        : unescaped(written).getBytes(StandardCharsets.UTF_8);
  }

  private static String unescaped(String written) {
    return ESCAPE.matcher(written).replaceAll(found -> Matcher.quoteReplacement(character(found)));
  }

  private static String character(MatchResult escape) {
    return escape.group(1) == null
        ? escape.group().translateEscapes()
        : Character.toString(Integer.parseInt(escape.group(1), 16));
  }

  /** What a file of these bytes says, read as the first document of standard input. */
  private static Optional<Mapping> read(byte[] bytes) {
    Diagnostics problems = new Diagnostics();
    Optional<StackSource> source =
        StackSources.read(List.of("-"), Path.of("/"), new ByteArrayInputStream(bytes))
            .value()
            .map(sources -> sources.sources().get(0));
    Optional<Mapping> root = source.flatMap(text -> new YamlParser().parse(text, problems));
    return root.filter(any -> !problems.hasErrors());
  }
}
