package dev.swarmha.deploy.surge;

import static java.util.Objects.requireNonNull;

import dev.swarmha.wait.WaitResult;

/**
 * How a surge ended. Whatever the course, the counts were put back as far as {@code back} says.
 *
 * @param up what came of waiting for the additional tasks, or what kept them from being asked for
 */
public record SurgeEnd(Course course, WaitResult up, PutBack back) {

  public SurgeEnd {
    requireNonNull(course, "course");
    requireNonNull(up, "up");
    requireNonNull(back, "back");
  }

  /** How far it came. */
  public enum Course {
    /** The additional tasks were healthy, and the work was done. */
    DONE,
    /** The additional tasks did not become healthy, or were refused; the work was not begun. */
    NOT_UP,
    /** The user interrupted it, before, in or after the work. */
    INTERRUPTED
  }
}
