package dev.swarmha.cli.output;

import dev.swarmha.deploy.revision.Revision;
import dev.swarmha.deploy.view.StackStatus;
import dev.swarmha.engine.Node;
import dev.swarmha.engine.TaskState;

/** What the colour of a state is, the same in every table. */
public final class StateColour {

  private StateColour() {}

  public static Paint of(StackStatus.State state) {
    return switch (state) {
      case CONVERGED -> Paint.GOOD;
      case PROGRESSING, PENDING -> Paint.UNSETTLED;
      case FAILED -> Paint.BAD;
    };
  }

  public static Paint of(Node.NodeState state) {
    return switch (state) {
      case READY -> Paint.GOOD;
      case DOWN, DISCONNECTED -> Paint.BAD;
      case UNKNOWN -> Paint.UNSETTLED;
    };
  }

  /** That a node takes tasks is as it should be, and no news. */
  public static Paint of(Node.Availability availability) {
    return availability == Node.Availability.ACTIVE ? Paint.PLAIN : Paint.UNSETTLED;
  }

  /** A manager that the others do not hear is a vote that is missing. */
  public static Paint of(Node.ManagerStatus manager) {
    return manager.leader() || manager.reachable() ? Paint.PLAIN : Paint.BAD;
  }

  /** Tasks that were shut down have made room for others, and may be passed over. */
  public static Paint of(TaskState state) {
    return switch (state) {
      case RUNNING, COMPLETE -> Paint.GOOD;
      case FAILED, REJECTED, ORPHANED -> Paint.BAD;
      case SHUTDOWN, REMOVE -> Paint.FAINT;
      default -> Paint.UNSETTLED;
    };
  }

  public static Paint of(Revision.State state) {
    return switch (state) {
      case DEPLOYED -> Paint.GOOD;
      case OPEN, SUBMITTED, INTERRUPTED, UNKNOWN -> Paint.UNSETTLED;
      case ROLLED_BACK, FAILED, ROLLBACK_FAILED -> Paint.BAD;
    };
  }
}
