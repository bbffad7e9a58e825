package dev.swarmha.cli.error;

import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Origin;
import dev.swarmha.stack.diagnostic.Diagnostic;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ErrorReportTest {

  private static final Diagnostic REMARK =
      Diagnostic.info("profile", new Origin("a.yml", 1, 2), path("debug"), "left out");
  private static final Diagnostic WARNING =
      Diagnostic.warning("ignored-key", new Origin("a.yml", 2, 2), path("build"), "ignored");
  private static final Diagnostic ERROR =
      Diagnostic.error("unknown-key", new Origin("a.yml", 3, 2), path("imge"), "unknown key");

  @Test
  void ofAWrongFileBeginsWithItsErrorsAndHasThemAloneForMachines() {
    ErrorReport report =
        ErrorReport.of(
            new WrongFileException(
                List.of(REMARK, WARNING, ERROR.withHint("did you mean \"image\"?"))));

    String error = "a.yml:3:2: services.imge: unknown key; did you mean \"image\"?";
    assertThat(report.lines())
        .containsExactly(
            error,
            "info: a.yml:1:2: services.debug: left out",
            "warning: a.yml:2:2: services.build: ignored");
    assertThat(report.message()).isEqualTo(error);
  }

  private static DocumentPath path(String key) {
    return DocumentPath.of("services", key);
  }
}
