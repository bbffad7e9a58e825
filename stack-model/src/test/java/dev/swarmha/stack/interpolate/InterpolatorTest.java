package dev.swarmha.stack.interpolate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.stack.diagnostic.Diagnostic;
import dev.swarmha.stack.diagnostic.Diagnostics;
import dev.swarmha.stack.dialect.Dialect;
import dev.swarmha.stack.parse.YamlParser;
import dev.swarmha.stack.source.Environment;
import dev.swarmha.stack.source.StackSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rows of both tables were put to docker 28.2.2. */
class InterpolatorTest {

  private final Environment environment =
      new Environment(Map.of("SET", "val", "EMPTY", "", "NUM", "5", "YES", "yes"));
  private final Diagnostics problems = new Diagnostics();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      nullValues = "(empty)",
      value = {
        "$SET                  | val",
        "${SET}                | val",
        "$UNSET                | (empty)",
        "${UNSET:-d}           | d",
        "${EMPTY:-d}           | d",
        "${EMPTY-d}            | (empty)",
        "${UNSET-d}            | d",
        "${UNSET:-}            | (empty)",
        "${UNSET:-a-b}         | a-b",
        "${UNSET-a:-b}         | b",
        "${UNSET:-a:?b}        | a:?b",
        "${UNSET-a?b}          | a?b",
        "${UNSET:-${SET}}      | ${SET}",
        "${UNSET:-$SET}        | $SET",
        "${UNSET:-a}b}         | ab}",
        "${EMPTY?msg}          | (empty)",
        "$$SET                 | $SET",
        "$$$SET                | $val",
        "$$$$                  | $$",
        "$SET-x                | val",
        "$UNSET-x              | x",
        "$SET-a}b              | val}b",
        "nginx:$SET-alpine/$NUM| nginx:val",
        "${SET}-alpine         | val-alpine",
        "a${NUM}b${NUM}        | a5b5"
      })
  void substitutes(String text, String result) {
    assertThat(interpolate("a: '" + text + "'").text("a")).contains(result == null ? "" : result);
    assertThat(problems.hasErrors()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "${SET:+x}     | 10 | invalid interpolation format: \"${SET:+x}\"",
        "${} | 10 | invalid interpolation format: \"${}\"",
        "$1 | 10 | invalid interpolation format: \"$1\"",
        "${SET | 10 | invalid interpolation format: \"${SET\"",
        "${ SET} | 10 | invalid interpolation format: \"${ SET}\"",
        "a$            | 11 | invalid interpolation format: \"a$\"",
        "${UNSET:?msg} | 10 | required variable UNSET is missing a value: msg",
        "${EMPTY:?} | 10 | required variable EMPTY is missing a value",
        "${UNSET?msg} | 10 | required variable UNSET is missing a value: msg"
      })
  void refusesAndPointsAtTheVariable(String text, int column, String message) {
    interpolate("a: {b: ['" + text + "']}");

    assertThat(problems.all())
        .extracting(Diagnostic::toString)
        .containsExactly("a.yml:1:" + column + ": a.b.0: " + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "services: {a: {deploy: {replicas: '$NUM'}}}        | services a deploy replicas",
        "services: {a: {healthcheck: {retries: '${X:-5}'}}} | services a healthcheck retries",
        "services: {a: {ulimits: {core: '0$NUM'}}}          | services a ulimits core"
      })
  void castsWhatTheirPlaceMakesNumbers(String text, String path) {
    assertThat(interpolate(text).at(DocumentPath.of(path.split(" ")))).contains(Document.number(5));
  }

  @Test
  void castsToTruthValues() {
    Mapping root = interpolate("services: {a: {tty: $YES, init: $YES}}");

    assertThat(root.at("services", "a", "tty")).contains(Document.bool(true));
    assertThat(root.at("services", "a", "init")).contains(Document.text("yes"));
  }

  @Test
  void castsNothingThatHasNoVariable() {
    assertThat(
            interpolate("services: {a: {deploy: {replicas: '5'}}}")
                .at("services", "a", "deploy", "replicas"))
        .contains(Document.text("5"));
  }

  @Test
  void castsNothingBelowANameWithADotAsDockerDoes() {
    assertThat(interpolate("networks: {a.b: {internal: $YES}}").at("networks", "a.b", "internal"))
        .contains(Document.text("yes"));
  }

  @Test
  void reportsWhatCannotBeCast() {
    interpolate("services: {a: {deploy: {replicas: $SET}, tty: '${X:-1}'}}");

    assertThat(problems.all())
        .extracting(Diagnostic::toString)
        .containsExactly(
            "a.yml:1:35: services.a.deploy.replicas: \"val\" is not a whole number",
            "a.yml:1:47: services.a.tty: \"1\" is not a truth value");
  }

  @Test
  void leavesKeysAndTheVersionAlone() {
    assertThat(interpolate("version: $SET\n$SET: a\n"))
        .isEqualTo(Mapping.builder().put("version", "$SET").put("$SET", "a").build());
  }

  @Test
  void warnsOfTextThatAVariableSwallows() {
    interpolate("image: nginx:$TAG-alpine");

    assertThat(problems.all())
        .extracting(Diagnostic::toString)
        .containsExactly("a.yml:1:14: image: $TAG-alpine is read as ${TAG-alpine}");
  }

  private Mapping interpolate(String text) {
    StackSource source = new StackSource("a.yml", text);
    Mapping parsed = new YamlParser().parse(source, problems).orElseThrow();
    return new Interpolator(Dialect.STACK, environment, source).interpolate(parsed, problems);
  }
}
