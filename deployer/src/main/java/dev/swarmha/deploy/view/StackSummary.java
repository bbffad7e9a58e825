package dev.swarmha.deploy.view;

import static java.util.Objects.requireNonNull;

import dev.swarmha.deploy.revision.Revision;
import java.util.Optional;

/**
 * A stack in one line.
 *
 * @param services how many it has
 * @param revision the one that the stack is at
 * @param lastDeploy how far the newest revision came, whether or not the stack is at it
 */
public record StackSummary(
    String name, int services, Optional<Integer> revision, Optional<Revision.State> lastDeploy) {

  public StackSummary {
    requireNonNull(name, "name");
    requireNonNull(revision, "revision");
    requireNonNull(lastDeploy, "lastDeploy");
  }
}
