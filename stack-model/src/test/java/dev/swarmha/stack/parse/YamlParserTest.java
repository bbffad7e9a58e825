package dev.swarmha.stack.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.stack.diagnostic.Diagnostic;
import dev.swarmha.stack.diagnostic.Diagnostics;
import dev.swarmha.stack.source.StackSource;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlParserTest {

  private final Diagnostics problems = new Diagnostics();

  @Test
  void remembersWhereKeysAndValuesStand() {
    Mapping root = parsed("a:\n  b: [x, y]\n");
    Mapping a = root.mapping("a");

    assertThat(root.keyOrigin("a")).hasToString("a.yml:1:1");
    assertThat(a.keyOrigin("b")).hasToString("a.yml:2:3");
    assertThat(a.origin()).hasToString("a.yml:2:3");
    assertThat(a.sequence("b").items().get(1).origin()).hasToString("a.yml:2:10");
  }

  @Test
  void mergesMappingsUnderTheirOwnKeys() {
    Mapping root =
        parsed(
            """
            one: &one {a: 1, b: 1}
            two: &two {b: 2, c: 2}
            both: {<<: [*one, *two], c: 3}
            inline:
              !!merge <<: {d: 4}
            quoted: {"<<": 5}
            """);

    assertThat(root.get("both")).contains(parsed("{a: 1, b: 1, c: 3}"));
    assertThat(root.get("inline")).contains(parsed("{d: 4}"));
    assertThat(root.mapping("quoted").has("<<")).isTrue();
  }

  @Test
  void pointsIntoTheAnchorForWhatIsMerged() {
    Mapping root = parsed("x: &x\n  a: 1\ny: {<<: *x}\n");

    assertThat(root.mapping("y").keyOrigin("a")).hasToString("a.yml:2:3");
    assertThat(root.at(DocumentPath.of("y", "a")).map(Document::origin))
        .hasValueSatisfying(origin -> assertThat(origin).hasToString("a.yml:2:6"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "a: 1\\na: 2           | a.yml:2:1: a: this key is there already",
        "a: {<<: 5}            | a.yml:1:9: a.<<: only mappings can be merged",
        "a: !!binary $         | a.yml:1:4: a: the text is not base64",
        "a: !!binary /w==      | a.yml:1:4: a: the decoded bytes are not UTF-8 text",
        "a: >\\n  \\tb           | a.yml:1:4: a: the first line of a block must be indented by blanks",
        "a: [\\n\\tb, &é e]      | a.yml:2:5: anchors consist of letters, digits, dashes and underscores",
        "%FOO x\\n---\\na: b     | a.yml:1:1: unknown directive %FOO",
        "%YAML 1.2\\n---\\na: b  | a.yml:1:1: docker reads YAML 1.1 only; leave the %YAML line out",
        "a: !!int x            | a.yml:1:4: a: \"x\" does not fit its tag",
        "a: .inf               | a.yml:1:4: a: .inf is a number that nothing in a stack file can be",
        "8080: x               | a.yml:1:1: 8080 is not a text",
        "a: {true: x}          | a.yml:1:5: a: true is not a text",
        "a: &b [*b]            | a.yml:1:4: a.0: the anchor contains itself",
        "a: *b                 | a.yml:1:4: found undefined alias b",
        "- a                   | a.yml:1:1: the file must be a mapping",
        "text                  | a.yml:1:1: the file must be a mapping",
        "# nothing             | a.yml:1:1: the file is empty"
      })
  void refuses(String text, String line) {
    parse(text.translateEscapes());

    assertThat(problems.all()).extracting(Diagnostic::toString).containsExactly(line);
  }

  @Test
  void reportsSyntaxErrorsWithLineAndColumn() {
    assertThat(parse("a:\n\tb: c\n")).isEmpty();
    assertThat(problems.all())
        .singleElement()
        .satisfies(error -> assertThat(error.toString()).startsWith("a.yml:2:1: ").contains("TAB"));
  }

  @Test
  void reportsControlCharactersWithLineAndColumn() {
    assertThat(parse("a: b\nc: \u0001\n")).isEmpty();
    assertThat(problems.all())
        .extracting(Diagnostic::toString)
        .containsExactly("a.yml:2:4: control characters are not allowed");
  }

  @Test
  void boundsWhatAliasesExpandTo() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 10; i++) {
      String inner = String.join(", ", List.of("*a0", "*a0", "*a0", "*a0", "*a0", "*a0", "*a0"));
      bomb.append("a%d: &a%d [%s]\n".formatted(i, i, inner.replace("a0", "a" + (i - 1))));
    }

    assertThat(parse(bomb.toString())).isEmpty();
    assertThat(problems.all())
        .extracting(Diagnostic::message)
        .containsExactly("the aliases of the file expand to too much");
  }

  @Test
  void takesManyHarmlessAliases() {
    String aliases = String.join(", ", Collections.nCopies(500, "*x"));

    assertThat(parsed("x: &x {a: b}\ny: [" + aliases + "]").sequence("y").size()).isEqualTo(500);
  }

  @Test
  void readsTheFirstDocumentAndWarnsOfOthers() {
    assertThat(parsed("a: 1\n---\nb: 2\n").keys()).containsExactly("a");
    assertThat(problems.all())
        .extracting(Diagnostic::toString)
        .containsExactly("a.yml:3:1: only the first document is read, and it ends above");
  }

  @Test
  void warnsOfTagsThatMeanNothing() {
    assertThat(parsed("a: !foo 5")).isEqualTo(parsed("a: '5'"));
    assertThat(problems.all())
        .extracting(Diagnostic::toString)
        .containsExactly("a.yml:1:4: a: the tag !foo means nothing, it is ignored");
  }

  @Test
  void keepsPlacesWhereItMendsEscapes() {
    Mapping root = parsed("a: {b: \"it\\'s\", c: \"a\\\tb\", d: 'e\\'}");

    assertThat(root.mapping("a").texts())
        .containsEntry("b", "it's")
        .containsEntry("c", "a\tb")
        .containsEntry("d", "e\\");
    assertThat(root.mapping("a").keyOrigin("c")).hasToString("a.yml:1:17");
  }

  private Mapping parsed(String text) {
    return parse(text).orElseThrow();
  }

  private Optional<Mapping> parse(String text) {
    return new YamlParser().parse(new StackSource("a.yml", text), problems);
  }
}
