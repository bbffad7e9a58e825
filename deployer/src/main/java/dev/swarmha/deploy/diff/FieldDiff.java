package dev.swarmha.deploy.diff;

import static java.util.Objects.requireNonNull;

import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import java.util.Optional;

/**
 * One field that differs, in the words of a stack file where it has them.
 *
 * @param path below the object's own entry in the file: {@code environment.LEVEL}; where a file has
 *     no words for it, in the Engine's spec: {@code TaskTemplate.Placement.Platforms}
 * @param before in the swarm; empty where it is not there
 * @param after in the file; empty where it is not there
 * @param drift whether the swarm has something else than the last revision asked for
 */
public record FieldDiff(
    DocumentPath path, Optional<Document> before, Optional<Document> after, boolean drift) {

  public FieldDiff {
    requireNonNull(path, "path");
    requireNonNull(before, "before");
    requireNonNull(after, "after");
  }
}
