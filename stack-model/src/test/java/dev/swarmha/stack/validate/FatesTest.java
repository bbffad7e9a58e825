package dev.swarmha.stack.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.PathPattern;
import dev.swarmha.document.PathTable;
import dev.swarmha.stack.dialect.Dialect;
import dev.swarmha.stack.validate.Rule.Support;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FatesTest {

  /** The loader deals with these before a file is compared with the schema. */
  private static final Set<String> OF_THE_LOADER =
      Set.of("include", "services.*.extends", "services.*.profiles");

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void areExplainedUnlessTheKeyIsHonoured(Dialect dialect) {
    assertThat(rows(dialect))
        .filteredOn(row -> row.getValue().support() != Support.HONOURED)
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.getValue().explanation()).isNotBlank());
  }

  @Test
  void areKnownForEveryKeyThatOnlyTheComposeSpecificationHas() {
    PathTable<Rule> compose = StackSchema.table(Dialect.COMPOSE);
    String turnedDown = Rule.composeOnly().explanation();

    assertThat(rows(Dialect.STACK))
        .filteredOn(row -> row.getValue().explanation().equals(turnedDown))
        .filteredOn(row -> !OF_THE_LOADER.contains(row.getKey().toString()))
        .hasSizeGreaterThan(30)
        .allSatisfy(
            row ->
                assertThat(compose.rows())
                    .as(row.getKey().toString())
                    .hasEntrySatisfying(
                        row.getKey(),
                        rule -> assertThat(rule.explanation()).isNotEqualTo(turnedDown)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "services.*.x-swarmha.compose.security_opt.[]",
        "services.*.x-swarmha.compose.depends_on.*.condition",
        "services.*.x-swarmha.compose.volumes.[].tmpfs.mode",
        "networks.*.x-swarmha.compose.ipam.config.[].gateway",
        "secrets.*.x-swarmha.compose.environment",
        "configs.*.x-swarmha.compose.content"
      })
  void ofTheOverlayAreThoseOfTheComposeSpecification(String path) {
    DocumentPath own = path(path.replace(".x-swarmha.compose", ""));
    Rule wanted = StackSchema.table(Dialect.COMPOSE).find(own).orElseThrow();

    for (Dialect dialect : Dialect.values()) {
      assertThat(StackSchema.table(dialect).find(path(path)))
          .hasValueSatisfying(
              rule -> {
                assertThat(rule.support()).isEqualTo(wanted.support());
                assertThat(rule.types()).isEqualTo(wanted.types());
              });
    }
  }

  /** A path that matches a pattern. */
  private static DocumentPath path(String pattern) {
    DocumentPath path = DocumentPath.root();
    for (String part : pattern.split("\\.", -1)) {
      path = part.equals("[]") ? path.child(0) : path.child(part);
    }
    return path;
  }

  @ParameterizedTest
  @ValueSource(strings = {"image", "mem_limit", "tmpfs", "build", "gpus", "x-swarmha"})
  void leaveOutOfTheOverlayWhatNeedsNone(String key) {
    assertThat(StackSchema.table(Dialect.STACK).rows())
        .doesNotContainKey(PathPattern.parse("services.*.x-swarmha.compose." + key));
  }

  private static Stream<Map.Entry<PathPattern, Rule>> rows(Dialect dialect) {
    return StackSchema.table(dialect).rows().entrySet().stream();
  }
}
