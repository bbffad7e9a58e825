package dev.swarmha.deploy.plan;

import java.util.List;

/**
 * The swarm is not as the stack needs it, so nothing was changed. Every problem is told at once,
 * each with what to do.
 */
public final class DeployRefusedException extends RuntimeException {

  private final List<String> problems;

  public DeployRefusedException(List<String> problems) {
    super(String.join("\n", problems));
    this.problems = List.copyOf(problems);
  }

  public List<String> problems() {
    return problems;
  }
}
