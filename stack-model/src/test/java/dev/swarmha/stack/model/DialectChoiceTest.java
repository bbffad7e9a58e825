package dev.swarmha.stack.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.stack.diagnostic.Diagnostic;
import dev.swarmha.stack.diagnostic.Loaded;
import dev.swarmha.stack.diagnostic.Severity;
import dev.swarmha.stack.dialect.Dialect;
import dev.swarmha.stack.dialect.DialectChoice;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DialectChoiceTest {

  private static final String FOR_BOTH = "services: {web: {image: app}}";
  private static final String FOR_COMPOSE = "name: shop\n" + FOR_BOTH;

  @Test
  void autoKeepsToDockerStackDeployWhereThatAcceptsTheFile() {
    Loaded<Stack> loaded = load(DialectChoice.AUTO, FOR_BOTH);

    assertThat(loaded.value().orElseThrow().dialect()).isEqualTo(Dialect.STACK);
    assertThat(loaded.diagnostics()).isEmpty();
  }

  @Test
  void autoGoesOverToTheComposeSpecificationAndSaysWhy() {
    Loaded<Stack> loaded = load(DialectChoice.AUTO, FOR_COMPOSE);

    assertThat(loaded.value().orElseThrow().dialect()).isEqualTo(Dialect.COMPOSE);
    Diagnostic note = loaded.diagnostics().get(0);
    assertThat(note.severity()).isEqualTo(Severity.INFO);
    assertThat(note.toString())
        .startsWith("stack.yml:1:1: name: read by the compose specification, because docker stack");
  }

  @Test
  void aChosenDialectIsKeptTo() {
    assertThat(load(DialectChoice.STACK, FOR_COMPOSE).isOk()).isFalse();
    assertThat(load(DialectChoice.COMPOSE, FOR_BOTH).value().orElseThrow().dialect())
        .isEqualTo(Dialect.COMPOSE);
  }

  @Test
  void whereBothFailOnlyWhatIsWrongUnderBothIsTold() {
    List<String> errors =
        load(DialectChoice.AUTO, FOR_COMPOSE + "\nvolume: {}").errors().stream()
            .map(Diagnostic::toString)
            .toList();

    assertThat(errors).containsExactly("stack.yml:3:1: volume: unknown key");
  }

  private static Loaded<Stack> load(DialectChoice choice, String text) {
    return StackText.load(choice, Map.of(), text);
  }
}
