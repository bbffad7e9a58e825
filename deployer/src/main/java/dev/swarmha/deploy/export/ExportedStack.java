package dev.swarmha.deploy.export;

import static java.util.Objects.requireNonNull;

import dev.swarmha.document.Mapping;
import java.util.List;

/**
 * A live stack as a stack file.
 *
 * @param warnings what the file cannot say, and what a deploy of it would therefore change
 */
public record ExportedStack(String stack, Mapping file, List<String> warnings) {

  public ExportedStack {
    requireNonNull(stack, "stack");
    requireNonNull(file, "file");
    warnings = List.copyOf(warnings);
  }
}
