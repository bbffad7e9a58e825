package dev.swarmha.deploy.export;

import static java.util.Objects.requireNonNull;

import dev.swarmha.document.Mapping;
import java.util.List;

/**
 * A live stack as a stack file.
 *
 * @param unseen what docker stack deploy does not see of the file, since only the compose
 *     specification can say it
 * @param warnings what the file cannot say, and what a deploy of it would therefore change
 */
public record ExportedStack(
    String stack, Mapping file, List<String> unseen, List<String> warnings) {

  public ExportedStack {
    requireNonNull(stack, "stack");
    requireNonNull(file, "file");
    unseen = List.copyOf(unseen);
    warnings = List.copyOf(warnings);
  }
}
