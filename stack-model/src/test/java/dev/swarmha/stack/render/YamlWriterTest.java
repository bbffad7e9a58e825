package dev.swarmha.stack.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Sequence;
import org.junit.jupiter.api.Test;

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
    Mapping document = Mapping.builder().put("a", "x\u0085").put("\u0001", "y\u0085").build();

    assertThat(YamlWriter.write(document)).isEqualTo("a: \"x\\N\"\n\"\\x01\": \"y\\N\"\n");
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
}
