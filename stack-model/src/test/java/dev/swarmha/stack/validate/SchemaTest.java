package dev.swarmha.stack.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.document.PathPattern;
import dev.swarmha.stack.dialect.Dialect;
import dev.swarmha.stack.validate.Rule.Support;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SchemaTest {

  @ParameterizedTest
  @EnumSource
  void everyRowStandsUnderARowThatCanHoldIt(Dialect dialect) {
    Map<PathPattern, Rule> rows = StackSchema.table(dialect).rows();
    rows.keySet().stream()
        .filter(pattern -> !pattern.parts().isEmpty())
        .forEach(
            pattern -> {
              int last = pattern.parts().size() - 1;
              Type container = pattern.parts().get(last).equals("[]") ? Type.LIST : Type.MAPPING;
              Optional<Rule> parent =
                  Optional.ofNullable(rows.get(new PathPattern(pattern.parts().subList(0, last))));

              assertThat(parent.map(Rule::types).orElse(Set.of()))
                  .as("the parent of " + pattern)
                  .contains(container);
            });
  }

  @ParameterizedTest
  @EnumSource
  void isMadeOnceForAllFiles(Dialect dialect) {
    assertThat(StackSchema.table(dialect)).isSameAs(StackSchema.table(dialect));
    assertThat(KnownKeys.of(dialect)).isSameAs(KnownKeys.of(dialect));
  }

  @ParameterizedTest
  @EnumSource
  void everythingWithoutEffectIsExplained(Dialect dialect) {
    StackSchema.table(dialect)
        .rows()
        .forEach(
            (pattern, rule) ->
                assertThat(rule.explanation().isEmpty())
                    .as(pattern.toString())
                    .isEqualTo(rule.support() == Support.HONOURED));
  }
}
