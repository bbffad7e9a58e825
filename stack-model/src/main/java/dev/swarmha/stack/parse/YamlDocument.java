package dev.swarmha.stack.parse;

import static java.util.Objects.requireNonNull;

import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Origin;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One document of a YAML file.
 *
 * @param root what it says, without what the tag {@code !reset} took out
 * @param replaced where the tags {@code !reset} and {@code !override} stood: what earlier files say
 *     there counts no more
 * @param resets the keys that the tag {@code !reset} took out, and where they stood
 */
public record YamlDocument(
    Mapping root, List<DocumentPath> replaced, Map<DocumentPath, Origin> resets) {

  public YamlDocument {
    requireNonNull(root, "root");
    replaced = List.copyOf(replaced);
    resets = Collections.unmodifiableMap(new LinkedHashMap<>(resets));
  }
}
