package dev.swarmha.cli.error;

import dev.swarmha.deploy.outcome.Outcome;

/** What the program tells its caller. Pipelines rely on these numbers: they never change. */
public enum ExitCode {
  OK(0),
  /** The Engine could not be reached or refused, or something unexpected happened. */
  ERROR(1),
  /** An unknown option, a missing argument. */
  USAGE(2),
  /** A file is wrong, and nothing was changed. */
  FILE(3),
  /** The rollout failed, and the stack is back at the revision before. */
  ROLLED_BACK(4),
  /** The rollout failed, and the stack was left as it is. */
  FAILED(5),
  TIMED_OUT(6),
  /** There are differences, and the caller asked to be told so. */
  DIFFERENCES(7),
  /** Somebody else is at work on the stack, or a saved plan is out of date; nothing was changed. */
  LOCKED(8),
  INTERRUPTED(130);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  public static ExitCode of(Outcome outcome) {
    return outcome.accept(new OfOutcome());
  }

  public int number() {
    return number;
  }

  private static final class OfOutcome implements Outcome.Visitor<ExitCode> {
    @Override
    public ExitCode deployed(Outcome.Deployed outcome) {
      return OK;
    }

    @Override
    public ExitCode unchanged(Outcome.Unchanged outcome) {
      return OK;
    }

    @Override
    public ExitCode detached(Outcome.Detached outcome) {
      return OK;
    }

    @Override
    public ExitCode rolledBack(Outcome.RolledBack outcome) {
      return ROLLED_BACK;
    }

    @Override
    public ExitCode failed(Outcome.Failed outcome) {
      return FAILED;
    }

    @Override
    public ExitCode timedOut(Outcome.TimedOut outcome) {
      return TIMED_OUT;
    }

    @Override
    public ExitCode locked(Outcome.Locked outcome) {
      return LOCKED;
    }

    @Override
    public ExitCode interrupted(Outcome.Interrupted outcome) {
      return INTERRUPTED;
    }

    @Override
    public ExitCode done(Outcome.Done outcome) {
      return OK;
    }
  }
}
