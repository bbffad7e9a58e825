package dev.swarmha.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PathTableTest {

  private final PathTable<String> table =
      PathTable.<String>builder()
          .row("**", "everything")
          .row("services.*.**", "in a service")
          .row("services.*.ports.[]", "any port")
          .row("services.*.ports.[].target", "target of any port")
          .row("services.*.image", "any image")
          .row("services.web.image", "image of web")
          .row("services.*.*.name", "name two below")
          .build();

  record Case(DocumentPath path, String rule) {}

  static Stream<Case> cases() {
    DocumentPath web = DocumentPath.of("services", "web");
    return Stream.of(
        new Case(web.child("image"), "image of web"),
        new Case(DocumentPath.of("services", "api", "image"), "any image"),
        new Case(web.child("ports").child(0), "any port"),
        new Case(web.child("ports").child(0).child("target"), "target of any port"),
        new Case(web.child("ports"), "in a service"),
        new Case(web, "in a service"),
        new Case(web.child("ports").child("first"), "in a service"),
        new Case(web.child("deploy").child("name"), "name two below"),
        new Case(DocumentPath.of("networks"), "everything"),
        new Case(DocumentPath.root(), "everything"),
        new Case(DocumentPath.of("services", "a.b", "image"), "any image"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void appliesTheMostSpecificRow(Case row) {
    assertThat(table.find(row.path())).contains(row.rule());
  }

  @Test
  void hasNoRuleWhereNoRowMatches() {
    PathTable<String> narrow = PathTable.<String>builder().row("a.*", "below a").build();

    assertThat(narrow.find(DocumentPath.of("a"))).isEmpty();
    assertThat(narrow.find(DocumentPath.of("a").child(0))).isEmpty();
    assertThat(narrow.find(DocumentPath.of("a", "b", "c"))).isEmpty();
    assertThat(narrow.find(DocumentPath.of("a", "b"))).contains("below a");
  }

  @Test
  void doesNotDependOnTheOrderOfTheRows() {
    PathTable<String> reversed =
        PathTable.<String>builder().row("a.b", "exact").row("a.*", "any").row("**", "all").build();
    PathTable<String> forward =
        PathTable.<String>builder().row("**", "all").row("a.*", "any").row("a.b", "exact").build();

    assertThat(reversed.rows()).isEqualTo(forward.rows());
    assertThat(reversed.find(DocumentPath.of("a", "b"))).contains("exact");
    assertThat(forward.find(DocumentPath.of("a", "b"))).contains("exact");
  }

  @Test
  void refusesTwoRulesForOnePattern() {
    PathTable.Builder<String> builder = PathTable.<String>builder().row("a.*", "one");

    assertThatThrownBy(() -> builder.row("a.*", "two")).hasMessage("two rules for a.*");
  }

  @Test
  void refusesTheRestInTheMiddle() {
    assertThatThrownBy(() -> PathPattern.parse("a.**.b"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
