package dev.swarmha.stack.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.document.DocumentPath;
import dev.swarmha.stack.diagnostic.Diagnostic;
import dev.swarmha.stack.diagnostic.Diagnostics;
import dev.swarmha.stack.dialect.Dialect;
import dev.swarmha.stack.source.StackSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class MergeTagsTest {

  private static final String TAGGED = "a: {b: !reset null, c: !override [x], d: !reset [y]}";

  private final Diagnostics problems = new Diagnostics();

  @Test
  void resetTakesOutAndOverrideKeepsItsValueInTheComposeSpecification() {
    YamlDocument document = parse(Dialect.COMPOSE, TAGGED).get(0);

    assertThat(document.root()).hasToString("{a={c=[x]}}");
    assertThat(document.replaced())
        .containsExactly(
            DocumentPath.of("a", "b"), DocumentPath.of("a", "c"), DocumentPath.of("a", "d"));
    assertThat(problems.all()).isEmpty();
  }

  @Test
  void dockerStackDeployPassesOverTags() {
    YamlDocument document = parse(Dialect.STACK, TAGGED).get(0);

    assertThat(document.root()).hasToString("{a={b=null, c=[x], d=[y]}}");
    assertThat(document.root().at("a", "b").orElseThrow().asText()).contains("null");
    assertThat(document.replaced()).isEmpty();
    assertThat(problems.all())
        .hasSize(3)
        .noneMatch(Diagnostic::isError)
        .first()
        .hasToString("a.yml:1:8: a.b: the tag !reset means nothing, it is ignored");
  }

  @Test
  void unknownTagsArePassedOverInBoth() {
    for (Dialect dialect : Dialect.values()) {
      assertThat(parse(dialect, "a: !foo 5\nb: !bar {c: 5}").get(0).root())
          .hasToString("{a=5, b={c=5}}");
      assertThat(problems.hasErrors()).isFalse();
    }
  }

  @Test
  void theTagOfAnItemOfAListIsAnError() {
    parse(Dialect.COMPOSE, "a: [x, !reset y]");

    assertThat(problems.all())
        .singleElement()
        .hasToString("a.yml:1:8: a.1: !reset works on the value of a key, not on an item");
  }

  @Test
  void allDocumentsCountInTheComposeSpecification() {
    assertThat(parse(Dialect.COMPOSE, "a: 1\n---\n---\nb: 2\n---\n"))
        .extracting(document -> document.root().toString())
        .containsExactly("{a=1}", "{b=2}");
    assertThat(problems.all()).isEmpty();
  }

  @Test
  void aLaterDocumentThatIsNoMappingIsAnError() {
    assertThat(parse(Dialect.COMPOSE, "a: 1\n---\n[b]")).isEmpty();
    assertThat(problems.all()).singleElement().hasToString("a.yml:3:1: the file must be a mapping");
  }

  private List<YamlDocument> parse(Dialect dialect, String text) {
    return new YamlParser().parse(dialect, new StackSource("a.yml", text), problems);
  }
}
