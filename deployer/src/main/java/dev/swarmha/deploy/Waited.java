package dev.swarmha.deploy;

import dev.swarmha.deploy.outcome.Outcome;
import dev.swarmha.wait.WaitResult;
import java.util.Optional;

/** The outcome of a command that only waits. */
public final class Waited {

  private Waited() {}

  public static Outcome outcome(WaitResult result, String what, String yes, String no) {
    if (result instanceof WaitResult.TimedOut timedOut) {
      return new Outcome.TimedOut(what + " " + no + " in time", timedOut.reasons());
    }
    if (result instanceof WaitResult.Failed failed) {
      return new Outcome.Failed(what + " " + no, Optional.empty(), failed.reasons());
    }
    return new Outcome.Done(what + " " + yes);
  }
}
