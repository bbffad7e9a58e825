package dev.swarmha.stack.layer;

import static java.util.Objects.requireNonNull;

import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import java.util.List;

/**
 * One document of a file: valid, interpolated and in its long form.
 *
 * @param replaced the places at which earlier layers do not count
 */
public record Layer(Mapping root, List<DocumentPath> replaced) {

  public Layer {
    requireNonNull(root, "root");
    replaced = List.copyOf(replaced);
  }

  public Layer withRoot(Mapping other) {
    return new Layer(other, replaced);
  }
}
