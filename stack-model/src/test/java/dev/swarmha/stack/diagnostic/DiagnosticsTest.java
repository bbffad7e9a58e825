package dev.swarmha.stack.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Origin;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DiagnosticsTest {

  private final Diagnostics diagnostics = new Diagnostics();

  @Test
  void ordersEachSourceFromTopToBottom() {
    diagnostics.add(error("a.yml", 9, "late"));
    diagnostics.add(error("b.yml", 1, "other file"));
    diagnostics.add(error("a.yml", 2, "early"));

    assertThat(diagnostics.all())
        .extracting(Diagnostic::message)
        .containsExactly("early", "late", "other file");
  }

  @Test
  void reportsAMistakeInAnAnchorOnce() {
    Origin anchor = new Origin("a.yml", 3, 1);
    diagnostics.add(Diagnostic.error("r", anchor, DocumentPath.of("services", "a"), "wrong"));
    diagnostics.add(Diagnostic.error("r", anchor, DocumentPath.of("services", "b"), "wrong"));

    assertThat(diagnostics.all()).hasSize(1);
  }

  @Test
  void warningsAreNoErrors() {
    diagnostics.add(Diagnostic.warning("r", Origin.NONE, DocumentPath.of("a"), "hm"));

    assertThat(diagnostics.hasErrors()).isFalse();
    assertThat(diagnostics.hasErrorAt(DocumentPath.of("a"))).isFalse();
  }

  @Test
  void aLoadedValueExcludesErrors() {
    assertThatThrownBy(() -> new Loaded<>(Optional.of(1), List.of(error("a.yml", 1, "wrong"))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Loaded.failed(List.of())).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void goingOnKeepsTheDiagnosticsOfBothParts() {
    Diagnostic first = Diagnostic.warning("r", Origin.NONE, DocumentPath.root(), "first");
    Diagnostic second = error("a.yml", 1, "second");

    Loaded<String> both = Loaded.of(1, List.of(first)).then(one -> Loaded.failed(second));

    assertThat(both.isOk()).isFalse();
    assertThat(both.warnings()).containsExactly(first);
    assertThat(both.errors()).containsExactly(second);
  }

  private static Diagnostic error(String source, int line, String message) {
    return Diagnostic.error("r", new Origin(source, line, 1), DocumentPath.root(), message);
  }
}
