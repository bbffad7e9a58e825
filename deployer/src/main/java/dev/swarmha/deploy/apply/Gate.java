package dev.swarmha.deploy.apply;

import dev.swarmha.deploy.plan.Requirement;
import dev.swarmha.wait.WaitResult;
import java.util.List;

/** Holds a step back until what it needs has been reached. */
@FunctionalInterface
public interface Gate {

  /** For plans whose steps need nothing but the steps before them. */
  Gate NONE =
      requirements -> {
        throw new IllegalStateException("nobody can wait until " + requirements);
      };

  /**
   * Waits.
   *
   * @throws InterruptedException when the command is interrupted meanwhile
   */
  WaitResult await(List<Requirement> requirements) throws InterruptedException;
}
