package dev.swarmha.engine;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** The Engine's answer to a create or update: the object's id and any warnings, in its words. */
public record Written(ResourceId id, List<String> warnings) {

  public Written {
    requireNonNull(id, "id");
    warnings = List.copyOf(warnings);
  }
}
