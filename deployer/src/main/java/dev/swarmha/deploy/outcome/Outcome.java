package dev.swarmha.deploy.outcome;

import static java.util.Objects.requireNonNull;

import dev.swarmha.deploy.lock.LockHolder;
import dev.swarmha.wait.Reason;
import dev.swarmha.wait.probe.CheckSummary;
import java.util.List;
import java.util.Optional;

/** How a use case ended. Exit codes and the last JSON line are read from this and nothing else. */
public sealed interface Outcome {

  /** One line for people. */
  String summary();

  /** The report, where the use case deployed something. */
  default Optional<DeployReport> report() {
    return Optional.empty();
  }

  /** Why it did not go well; empty where it did. */
  default List<Reason> reasons() {
    return report().map(DeployReport::reasons).orElse(List.of());
  }

  /** What health checks answered meanwhile, where any were asked. */
  default List<CheckSummary> health() {
    return report().map(DeployReport::health).orElse(List.of());
  }

  <R> R accept(Visitor<R> visitor);

  /** One method an outcome: a new outcome does not compile until everybody handles it. */
  interface Visitor<R> {
    R deployed(Deployed outcome);

    R unchanged(Unchanged outcome);

    R detached(Detached outcome);

    R rolledBack(RolledBack outcome);

    R failed(Failed outcome);

    R timedOut(TimedOut outcome);

    R locked(Locked outcome);

    R interrupted(Interrupted outcome);

    R done(Done outcome);
  }

  /** The swarm runs what the file says, and it has stayed up. */
  record Deployed(String summary, DeployReport details) implements Outcome {
    public Deployed {
      requireNonNull(summary, "summary");
      requireNonNull(details, "details");
    }

    @Override
    public Optional<DeployReport> report() {
      return Optional.of(details);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.deployed(this);
    }
  }

  /** There was nothing to do, and nothing was done. */
  record Unchanged(String summary, DeployReport details) implements Outcome {
    public Unchanged {
      requireNonNull(summary, "summary");
      requireNonNull(details, "details");
    }

    @Override
    public Optional<DeployReport> report() {
      return Optional.of(details);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.unchanged(this);
    }
  }

  /** Submitted; nobody waited for it. The report is there where a stack was deployed. */
  record Detached(String summary, Optional<DeployReport> report) implements Outcome {
    public Detached {
      requireNonNull(summary, "summary");
      requireNonNull(report, "report");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.detached(this);
    }
  }

  /** The rollout failed, and the whole stack is back at what it was before. */
  record RolledBack(String summary, DeployReport details) implements Outcome {
    public RolledBack {
      requireNonNull(summary, "summary");
      requireNonNull(details, "details");
    }

    @Override
    public Optional<DeployReport> report() {
      return Optional.of(details);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.rolledBack(this);
    }
  }

  /** It failed and was left as it is; the report is there where a stack was deployed. */
  record Failed(String summary, Optional<DeployReport> report, List<Reason> reasons)
      implements Outcome {
    public Failed {
      requireNonNull(summary, "summary");
      requireNonNull(report, "report");
      reasons = List.copyOf(reasons);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.failed(this);
    }
  }

  /** Time ran out; what has not come yet is in the reasons. Deploys end otherwise. */
  record TimedOut(String summary, List<Reason> reasons, List<CheckSummary> health)
      implements Outcome {
    public TimedOut {
      requireNonNull(summary, "summary");
      reasons = List.copyOf(reasons);
      health = List.copyOf(health);
    }

    public TimedOut(String summary, List<Reason> reasons) {
      this(summary, reasons, List.of());
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.timedOut(this);
    }
  }

  /** Somebody else is at work on the stack; nothing was changed. */
  record Locked(String summary, LockHolder holder) implements Outcome {
    public Locked {
      requireNonNull(summary, "summary");
      requireNonNull(holder, "holder");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.locked(this);
    }
  }

  /** The user interrupted it; the summary says what is left behind. */
  record Interrupted(String summary) implements Outcome {
    public Interrupted {
      requireNonNull(summary, "summary");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.interrupted(this);
    }
  }

  /** Anything but a deploy went well; the report is there where a stack was taken somewhere. */
  record Done(String summary, Optional<DeployReport> report, List<CheckSummary> health)
      implements Outcome {
    public Done {
      requireNonNull(summary, "summary");
      requireNonNull(report, "report");
      health = List.copyOf(health);
    }

    public Done(String summary, Optional<DeployReport> report) {
      this(summary, report, report.map(DeployReport::health).orElse(List.of()));
    }

    public Done(String summary) {
      this(summary, Optional.empty());
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.done(this);
    }
  }
}
