package dev.swarmha.cli.render;

import dev.swarmha.cli.error.ExitCode;
import dev.swarmha.cli.output.LockDocument;
import dev.swarmha.cli.output.ReasonDocument;
import dev.swarmha.deploy.outcome.DeployReport;
import dev.swarmha.deploy.outcome.Outcome;
import dev.swarmha.deploy.outcome.ServiceResult;
import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Sequence;
import dev.swarmha.wait.probe.CheckSummary;
import java.util.Optional;

/** The last line of a long command, from which scripts read how it ended. */
public final class ResultDocument {

  private ResultDocument() {}

  public static Mapping of(String command, Outcome outcome) {
    Mapping.Builder result = result(command, outcome.accept(new Word()), ExitCode.of(outcome));
    result.put("message", outcome.summary());
    if (outcome instanceof Outcome.Locked locked) {
      result.put("stack", locked.holder().stack()).put("lock", LockDocument.of(locked.holder()));
    }
    outcome.report().ifPresent(report -> addReport(report, result));
    if (!outcome.health().isEmpty()) {
      result.put(
          "health", Sequence.of(outcome.health().stream().map(ResultDocument::health).toList()));
    }
    if (!outcome.reasons().isEmpty()) {
      result.put("reasons", ReasonDocument.all(outcome.reasons()));
    }
    return result.build();
  }

  /** For a command that met an error on its way and so has no outcome of its own. */
  public static Mapping aborted(String command, ExitCode code, String message) {
    String word = code == ExitCode.INTERRUPTED ? "interrupted" : "failed";
    return result(command, word, code).put("message", message).build();
  }

  private static Mapping.Builder result(String command, String outcome, ExitCode code) {
    return EventDocument.type("result")
        .put("command", command)
        .put("outcome", outcome)
        .put("exitCode", code.number());
  }

  private static void addReport(DeployReport report, Mapping.Builder result) {
    result
        .put("stack", report.stack())
        .put("revision", orNull(report.revision()))
        .put("previousRevision", orNull(report.previousRevision()))
        .put("durationMs", report.duration().toMillis())
        .put(
            "services",
            Sequence.of(report.services().stream().map(ResultDocument::service).toList()));
  }

  private static Mapping service(ServiceResult service) {
    return Mapping.builder()
        .put("name", service.name())
        .put("action", service.action().word())
        .put("state", service.state().word())
        .build();
  }

  private static Mapping health(CheckSummary check) {
    return Mapping.builder()
        .put("address", check.address())
        .put("tries", check.tries())
        .put("failures", check.failures())
        .put("dropped", check.dropped())
        .put("slowestMs", check.slowest().toMillis())
        .put("passed", check.passed())
        .build();
  }

  private static Document orNull(Optional<Integer> number) {
    return number.map(Document::number).orElse(Document.nothing());
  }

  private static final class Word implements Outcome.Visitor<String> {
    @Override
    public String deployed(Outcome.Deployed outcome) {
      return "deployed";
    }

    @Override
    public String unchanged(Outcome.Unchanged outcome) {
      return "unchanged";
    }

    @Override
    public String detached(Outcome.Detached outcome) {
      return "detached";
    }

    @Override
    public String rolledBack(Outcome.RolledBack outcome) {
      return "rolled-back";
    }

    @Override
    public String failed(Outcome.Failed outcome) {
      return "failed";
    }

    @Override
    public String timedOut(Outcome.TimedOut outcome) {
      return "timed-out";
    }

    @Override
    public String locked(Outcome.Locked outcome) {
      return "locked";
    }

    @Override
    public String interrupted(Outcome.Interrupted outcome) {
      return "interrupted";
    }

    @Override
    public String done(Outcome.Done outcome) {
      return "done";
    }
  }
}
