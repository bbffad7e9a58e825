package dev.swarmha.stack.canonical;

import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Scalar;
import dev.swarmha.document.Sequence;
import dev.swarmha.stack.value.GoNumbers;

/** The forms of what a service says about its variables and about files of them. */
final class EnvironmentEntries {

  private EnvironmentEntries() {}

  /** {@code [NAME=VALUE, NAME]} or a mapping to a mapping of texts, or null for no value. */
  static Document byName(DocumentPath path, Document document) {
    Mapping.Builder all = Mapping.builder();
    if (document instanceof Sequence list) {
      for (Document item : list.items()) {
        String[] parts = item.asText().orElse("").split("=", 2);
        Document value = parts.length == 2 ? Document.text(parts[1]) : Document.nothing();
        all.put(parts[0], item.origin(), value.withOrigin(item.origin()));
      }
      return all.build(document.origin());
    }
    return document instanceof Mapping mapping
        ? mapping.map((name, value) -> text(value))
        : document;
  }

  /** Any scalar but null to the text that docker makes of it. */
  static Document text(Document value) {
    return value.isNull()
        ? value
        : Document.text(value.asScalar().map(GoNumbers::text).orElse(""))
            .withOrigin(value.origin());
  }

  /** The name of a file, or names of files, to a list of mappings. */
  static Document files(DocumentPath path, Document document) {
    Sequence written = Forms.list(path, document).asSequence().orElseGet(Sequence::of);
    return new Sequence(
        written.stream()
            .<Document>map(
                file ->
                    file instanceof Scalar
                        ? Mapping.builder().put("path", file).build(file.origin())
                        : file)
            .toList(),
        document.origin());
  }
}
