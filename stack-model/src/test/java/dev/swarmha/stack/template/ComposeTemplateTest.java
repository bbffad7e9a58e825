package dev.swarmha.stack.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.swarmha.stack.diagnostic.Severity;
import dev.swarmha.stack.dialect.Dialect;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The cases follow compose-go's {@code template_test.go} and the specification's text. */
class ComposeTemplateTest {

  private static final Map<String, String> VARIABLES = Map.of("SET", "val", "EMPTY", "", "B", "b");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      nullValues = "(empty)",
      value = {
        "$SET                     | val",
        "${SET}                   | val",
        "nginx:$SET-alpine        | nginx:val-alpine",
        "$SET:-x                  | val:-x",
        "${UNSET:-d}              | d",
        "${EMPTY:-d}              | d",
        "${EMPTY-d}               | (empty)",
        "${UNSET-d}               | d",
        "${SET:+yes}              | yes",
        "${SET+yes}               | yes",
        "${EMPTY:+yes}            | (empty)",
        "${EMPTY+yes}             | yes",
        "${UNSET:+yes}            | (empty)",
        "${UNSET+yes}             | (empty)",
        "${SET:?no}               | val",
        "${EMPTY?no}              | (empty)",
        "${UNSET:-${B:-c}}        | b",
        "${UNSET:-${NOPE:-c}}     | c",
        "${UNSET:-$B-${SET}}x     | b-valx",
        "${SET:+${B}}             | b",
        "${SET:-${UNSET:?unused}} | val",
        "${UNSET-a:-b}            | a:-b",
        "${UNSET:-a:?b}           | a:?b",
        "${UNSET:-a?b+c-d}        | a?b+c-d",
        "${UNSET:-{\"json\":1}}   | {\"json\":1}",
        "$$SET                    | $SET",
        "$${SET}                  | ${SET}",
        "$$$SET                   | $val",
        "${UNSET:-$$x}            | $x",
        "a$                       | a$",
        "$1 and $ and $-          | $1 and $ and $-"
      })
  void substitutes(String text, String result) {
    Substituted substituted = substitute(text);

    assertThat(substituted.findings()).isEmpty();
    assertThat(substituted.value()).isEqualTo(result == null ? "" : result);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "a ${SET          | 2 | invalid interpolation format: \"a ${SET\"",
        "${}              | 0 | invalid interpolation format: \"${}\"",
        "${1}             | 0 | invalid interpolation format: \"${1}\"",
        "${ SET}          | 0 | invalid interpolation format: \"${ SET}\"",
        "${SET:x}         | 0 | invalid interpolation format: \"${SET:x}\"",
        "${SET/a/b}       | 0 | invalid interpolation format: \"${SET/a/b}\"",
        "b${UNSET:?msg}   | 1 | required variable UNSET is missing a value: msg",
        "${EMPTY:?}       | 0 | required variable EMPTY is missing a value",
        "${UNSET?}        | 0 | required variable UNSET is missing a value",
        "${UNSET:?no $B}  | 0 | required variable UNSET is missing a value: no b",
        "${UNSET:-${X?y}} | 9 | required variable X is missing a value: y"
      })
  void pointsAtTheVariableInError(String text, int offset, String message) {
    Substituted substituted = substitute(text);

    assertThat(substituted.firstError()).contains(offset);
    assertThat(substituted.findings()).extracting(Finding::message).containsExactly(message);
  }

  @Test
  void warnsOfVariablesThatAreNotSet() {
    Substituted substituted = substitute("a$UNSET ${NOPE} ${X:-} ${Y:+z}");

    assertThat(substituted.value()).isEqualTo("a   ");
    assertThat(substituted.firstError()).isEmpty();
    assertThat(substituted.findings())
        .extracting(Finding::severity, Finding::offset, Finding::message)
        .containsExactly(
            tuple(Severity.WARNING, 1, "the variable UNSET is not set, and is replaced by nothing"),
            tuple(Severity.WARNING, 8, "the variable NOPE is not set, and is replaced by nothing"));
  }

  @Test
  void tellsAllThatIsWrongInOneText() {
    assertThat(substitute("${A?a} ${B} ${C?c}").findings())
        .extracting(Finding::offset)
        .containsExactly(0, 12);
  }

  @Test
  void refusesVariablesThatStandTooDeep() {
    String deep = "${X:-".repeat(100_000) + "}".repeat(100_000);

    assertThat(substitute(deep).findings())
        .extracting(Finding::message)
        .containsExactly("variables stand in variables more than 50 deep");
  }

  private static Substituted substitute(String text) {
    return Template.of(Dialect.COMPOSE)
        .substitute(text, name -> Optional.ofNullable(VARIABLES.get(name)));
  }
}
