package dev.swarmha.cli.error;

import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.cli.Golden;
import dev.swarmha.deploy.lock.Lease;
import dev.swarmha.deploy.lock.LockHolder;
import dev.swarmha.deploy.outcome.DeployReport;
import dev.swarmha.deploy.outcome.Outcome;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ExitCodeTest {

  private static final DeployReport REPORT =
      new DeployReport(
          "shop", Optional.of(1), Optional.empty(), Duration.ZERO, List.of(), List.of(), List.of());

  private static final LockHolder HOLDER =
      new LockHolder("shop", "ci@runner", "deploy", Instant.EPOCH, Instant.EPOCH, Lease.DEFAULT);

  private static final List<Outcome> OUTCOMES =
      List.of(
          new Outcome.Deployed("", REPORT),
          new Outcome.Unchanged("", REPORT),
          new Outcome.Detached("", Optional.of(REPORT)),
          new Outcome.RolledBack("", REPORT),
          new Outcome.Failed("", Optional.empty(), List.of()),
          new Outcome.TimedOut("", List.of()),
          new Outcome.Locked("", HOLDER),
          new Outcome.Interrupted(""),
          new Outcome.Done(""));

  @Test
  void everyOutcomeHasItsNumber() throws IOException {
    StringBuilder table = new StringBuilder();
    for (Outcome outcome : OUTCOMES) {
      String name = outcome.getClass().getSimpleName();
      table.append("%-11s %d\n".formatted(name, ExitCode.of(outcome).number()));
    }
    for (ExitCode code : ExitCode.values()) {
      table.append("%-11s %d\n".formatted(code, code.number()));
    }

    Golden.check("exit-codes.txt", table.toString());
  }

  @Test
  void theTableMissesNoOutcome() {
    List<Class<?>> all = new ArrayList<>(List.of(Outcome.class.getPermittedSubclasses()));

    OUTCOMES.forEach(outcome -> all.remove(outcome.getClass()));

    assertThat(all).isEmpty();
  }
}
