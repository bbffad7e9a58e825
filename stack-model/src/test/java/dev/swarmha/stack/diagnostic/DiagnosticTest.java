package dev.swarmha.stack.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Origin;
import org.junit.jupiter.api.Test;

class DiagnosticTest {

  private static final DocumentPath WEB = DocumentPath.of("services", "web");

  @Test
  void namesFileLineColumnAndPathBeforeTheMessage() {
    Diagnostic diagnostic =
        Diagnostic.error("unknown-key", new Origin("stack.yml", 4, 5), WEB, "unknown key");

    assertThat(diagnostic).hasToString("stack.yml:4:5: services.web: unknown key");
  }

  @Test
  void keepsTheHintOutOfTheLine() {
    Diagnostic diagnostic =
        Diagnostic.error("unknown-key", new Origin("stack.yml", 4, 5), WEB, "unknown key")
            .withHint("did you mean \"api\"?");

    assertThat(diagnostic.toString()).doesNotContain("did you mean");
    assertThat(diagnostic.hint()).contains("did you mean \"api\"?");
  }

  @Test
  void leavesOutWhatIsNotKnown() {
    assertThat(Diagnostic.ofSource("missing-file", "nope.yml", "no such file"))
        .hasToString("nope.yml: no such file");
    assertThat(Diagnostic.error("x", Origin.NONE, DocumentPath.root(), "no files"))
        .hasToString("no files");
  }
}
