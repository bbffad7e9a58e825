package dev.swarmha.deploy.outcome;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

/** What a deploy did with one service, and how the service stood at the end. */
public record ServiceResult(String name, Action action, State state) {

  public ServiceResult {
    requireNonNull(name, "name");
    requireNonNull(action, "action");
    requireNonNull(state, "state");
  }

  /** What was done. */
  public enum Action {
    CREATED,
    UPDATED,
    REMOVED,
    UNCHANGED,
    RESTORED;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How the service stood at the end. */
  public enum State {
    CONVERGED,
    FAILED,
    /** Nobody waited for it. */
    SUBMITTED,
    GONE,
    UNKNOWN;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
