package dev.swarmha.stack.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Sequence;
import dev.swarmha.stack.diagnostic.Diagnostics;
import dev.swarmha.stack.parse.YamlParser;
import dev.swarmha.stack.source.StackSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class YamlWriterTest {

  @Test
  void writesBlocksInTheOrderOfTheKeys() {
    Mapping document =
        Mapping.builder()
            .put("services", Mapping.of("web", Mapping.of("image", Document.text("nginx"))))
            .put("list", Sequence.of(Document.number(1), Document.bool(true)))
            .put("none", Document.nothing())
            .build();

    assertThat(YamlWriter.write(document))
        .isEqualTo(
            """
            services:
              web:
                image: nginx
            list:
              - 1
              - true
            none: null
            """);
  }

  @Test
  void quotesTextsThatWouldBeReadAsSomethingElse() {
    Mapping document =
        Mapping.builder().put("flag", "true").put("port", "80").put("nothing", "null").build();

    assertThat(YamlWriter.write(document))
        .isEqualTo(
            """
            flag: 'true'
            port: '80'
            nothing: 'null'
            """);
  }

  @Test
  void escapesWhatAReaderWouldChange() {
    Mapping document = Mapping.builder().put("a", "x\u0085").put("\u0001", "\u2028").build();

    assertThat(YamlWriter.write(document)).isEqualTo("a: \"x\\N\"\n\"\\x01\": \"\\L\"\n");
  }

  @Test
  void quotesWhatGoTakesForNumbersAndTimes() {
    Mapping document =
        Mapping.builder()
            .put("a", "0o17")
            .put("b", "08")
            .put("c", "2001-12-14")
            .put("d", "yo")
            .build();

    assertThat(YamlWriter.write(document))
        .isEqualTo("a: '0o17'\nb: '08'\nc: '2001-12-14'\nd: yo\n");
  }

  @Test
  void quotesWhatOlderDockersTakeForTrueAndFalse() {
    Mapping document = Mapping.builder().put("y", "Y").put("n", "N").put("no", "on").build();

    assertThat(YamlWriter.write(document)).isEqualTo("'y': 'Y'\n'n': 'N'\n'no': 'on'\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0085",
        "a\u2028b",
        "\ufeffa",
        "\u0007 bell",
        "\u007f",
        "\uffff",
        "\r",
        "a\r\nb",
        "\n",
        "\n\n a\n",
        "\ttab: \n\tx",
        "\ud83d\ude00",
        "\u00a0é",
        "<<",
        "---",
        "... #",
        "'\"\\",
        "? a",
        " a "
      })
  void writesTextsThatComeBackAsKeysAndAsValues(String text) {
    Mapping document =
        Mapping.of(Map.of("list", Sequence.of(Document.text(text)), text, Document.text(text)));

    Diagnostics problems = new Diagnostics();
    StackSource written = new StackSource("written", YamlWriter.write(document));

    assertThat(new YamlParser().parse(written, problems)).contains(document);
    assertThat(problems.all()).isEmpty();
  }
}
