package dev.swarmha.deploy;

import static java.util.Objects.requireNonNull;

/**
 * Who runs this program, and where: what others are told of whoever changes or locks a stack.
 *
 * @param process the id of the process on that machine; zero where it is not known
 */
public record Operator(String user, String machine, long process) {

  /** Nobody in particular. */
  public static final Operator UNKNOWN = new Operator("somebody", "somewhere", 0);

  public Operator {
    requireNonNull(user, "user");
    requireNonNull(machine, "machine");
  }

  /** {@code ci@runner-7 (pid 4711)}. */
  @Override
  public String toString() {
    return user + "@" + machine + (process == 0 ? "" : " (pid " + process + ")");
  }
}
