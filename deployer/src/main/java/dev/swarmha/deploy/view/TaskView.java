package dev.swarmha.deploy.view;

import static java.util.Objects.requireNonNull;

import dev.swarmha.engine.TaskState;
import java.time.Instant;
import java.util.Optional;

/**
 * A task as users see it.
 *
 * @param name the service's name with the slot, or with the node's id for global services
 * @param image without the digest
 * @param node the host name of its node, once it has one
 * @param error the Engine's error in full; empty where there is none
 */
public record TaskView(
    String id,
    String name,
    String image,
    Optional<String> node,
    TaskState desired,
    TaskState state,
    Instant since,
    String error) {

  public TaskView {
    requireNonNull(id, "id");
    requireNonNull(name, "name");
    requireNonNull(image, "image");
    requireNonNull(node, "node");
    requireNonNull(desired, "desired");
    requireNonNull(state, "state");
    requireNonNull(since, "since");
    requireNonNull(error, "error");
  }
}
