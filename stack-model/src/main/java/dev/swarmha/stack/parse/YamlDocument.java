package dev.swarmha.stack.parse;

import static java.util.Objects.requireNonNull;

import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import java.util.List;

/**
 * One document of a YAML file.
 *
 * @param root what it says, without what the tag {@code !reset} took out
 * @param replaced where the tags {@code !reset} and {@code !override} stood: what earlier files say
 *     there counts no more
 */
public record YamlDocument(Mapping root, List<DocumentPath> replaced) {

  public YamlDocument {
    requireNonNull(root, "root");
    replaced = List.copyOf(replaced);
  }
}
