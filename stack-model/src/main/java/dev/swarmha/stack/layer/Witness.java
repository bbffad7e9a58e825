package dev.swarmha.stack.layer;

import dev.swarmha.document.Mapping;
import dev.swarmha.stack.parse.YamlDocument;

/** Sees what is read for a stack. */
@FunctionalInterface
public interface Witness {

  /** Nobody looks. */
  Witness NONE = (document, taken) -> {};

  /**
   * A document was read.
   *
   * @param taken what counts of it, with its variables replaced
   */
  void read(YamlDocument document, Mapping taken);
}
