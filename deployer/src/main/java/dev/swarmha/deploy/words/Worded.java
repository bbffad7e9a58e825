package dev.swarmha.deploy.words;

import static java.util.Objects.requireNonNull;

import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a spec says, in the words of a stack file.
 *
 * @param said an entry of the file, such as a service; names of networks, volumes, secrets and
 *     configs are those in the swarm
 * @param unsaid the parts of the spec for which a stack file has no words, at their own paths
 */
public record Worded(Mapping said, Mapping unsaid) {

  public Worded {
    requireNonNull(said, "said");
    requireNonNull(unsaid, "unsaid");
  }

  /** The unsaid values by their paths in the spec. */
  public Map<DocumentPath, Document> unsaidFields() {
    Map<DocumentPath, Document> fields = new LinkedHashMap<>();
    collect(DocumentPath.root(), unsaid, fields);
    return fields;
  }

  private static void collect(
      DocumentPath path, Document value, Map<DocumentPath, Document> fields) {
    if (value instanceof Mapping mapping) {
      mapping.entries().forEach((key, child) -> collect(path.child(key), child, fields));
    } else {
      fields.put(path, value);
    }
  }
}
