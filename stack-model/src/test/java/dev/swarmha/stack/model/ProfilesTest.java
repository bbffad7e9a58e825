package dev.swarmha.stack.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.stack.diagnostic.Diagnostic;
import dev.swarmha.stack.diagnostic.Loaded;
import dev.swarmha.stack.dialect.DialectChoice;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code profiles}; the stack is the example of the specification's {@code 15-profiles.md}. */
class ProfilesTest {

  private static final String EXAMPLE =
      """
      services:
        foo: {image: foo}
        bar: {image: bar, profiles: [test]}
        baz: {image: baz, depends_on: [bar], profiles: [test]}
        zot: {image: zot, depends_on: [bar], profiles: [debug]}
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''          | foo",
        "test        | bar baz foo",
        "debug, test | bar baz foo zot",
        "*           | bar baz foo zot"
      })
  void enablesServicesByTheirProfiles(String enabled, String services) {
    assertThat(load(enabled, EXAMPLE).value().orElseThrow().services().keySet())
        .containsExactly(services.split(" "));
  }

  @Test
  void tellsWhatIsLeftOut() {
    assertThat(lines(load("test", EXAMPLE).diagnostics()))
        .containsExactly("stack.yml:5:3: services.zot: left out: it belongs to the profiles debug");
  }

  @Test
  void refusesADependencyThatIsLeftOut() {
    assertThat(lines(load("debug", EXAMPLE).errors()))
        .containsExactly(
            "stack.yml:5:34: services.zot.depends_on: none of the profiles of \"bar\" is enabled");
  }

  private static Loaded<Stack> load(String enabled, String text) {
    return StackText.load(DialectChoice.COMPOSE, Map.of("COMPOSE_PROFILES", enabled), text);
  }

  private static List<String> lines(List<Diagnostic> diagnostics) {
    return diagnostics.stream().map(Diagnostic::toString).toList();
  }
}
