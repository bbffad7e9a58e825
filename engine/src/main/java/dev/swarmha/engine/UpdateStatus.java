package dev.swarmha.engine;

import static java.util.Objects.requireNonNull;

/**
 * What the Engine says of a service's newest rollout. An update clears it, and creating a service
 * never sets it (swarmkit {@code manager/controlapi/service.go}).
 */
public record UpdateStatus(UpdateState state, String message) {

  public UpdateStatus {
    requireNonNull(state, "state");
    requireNonNull(message, "message");
  }

  /** Whether the Engine replaces tasks, by the newest spec or by the one before. */
  public boolean isUnderWay() {
    return state == UpdateState.UPDATING || state == UpdateState.ROLLBACK_STARTED;
  }

  /** The Engine's states of a rollout. */
  public enum UpdateState {
    UPDATING,
    PAUSED,
    COMPLETED,
    ROLLBACK_STARTED,
    ROLLBACK_PAUSED,
    ROLLBACK_COMPLETED,
    UNKNOWN;

    /** Whether the Engine has gone, or is going, back to the spec before. */
    public boolean isRollback() {
      return this == ROLLBACK_STARTED || this == ROLLBACK_PAUSED || this == ROLLBACK_COMPLETED;
    }
  }
}
