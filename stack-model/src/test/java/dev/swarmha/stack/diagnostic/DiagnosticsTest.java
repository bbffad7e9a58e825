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

  @Test
  void tellsTheFirstHundredOfAKindAndHowManyMoreThereAre() {
    for (int line = 250; line > 0; line--) {
      diagnostics.add(error("a.yml", line, "wrong"));
    }
    diagnostics.add(
        Diagnostic.warning("r", new Origin("a.yml", 300, 1), DocumentPath.root(), "hm"));

    assertThat(diagnostics.all())
        .hasSize(102)
        .extracting(Diagnostic::toString)
        .startsWith("a.yml:1:1: wrong")
        .endsWith("a.yml:300:1: hm", "a.yml: and 150 more of the kind \"error\"");
  }

  @Test
  void knowsErrorsByPlaceAndByPath() {
    DocumentPath image = DocumentPath.of("services", "web", "image");
    Origin origin = new Origin("a.yml", 3, 5);
    diagnostics.add(Diagnostic.error("r", origin, image, "wrong"));

    assertThat(diagnostics.hasErrorAt(image)).isTrue();
    assertThat(diagnostics.hasErrorAt(DocumentPath.of("services", "web"))).isFalse();
    assertThat(diagnostics.hasErrorAt(new Origin("a.yml", 3, 5))).isTrue();
    assertThat(diagnostics.hasErrorBelow(image)).isTrue();
    assertThat(diagnostics.hasErrorBelow(DocumentPath.of("services"))).isTrue();
    assertThat(diagnostics.hasErrorBelow(DocumentPath.of("services", "db"))).isFalse();
    assertThat(diagnostics.hasErrorDirectlyBelow(DocumentPath.of("services", "web"))).isTrue();
    assertThat(diagnostics.hasErrorDirectlyBelow(DocumentPath.of("services"))).isFalse();
  }

  private static Diagnostic error(String source, int line, String message) {
    return Diagnostic.error("r", new Origin(source, line, 1), DocumentPath.root(), message);
  }
}
