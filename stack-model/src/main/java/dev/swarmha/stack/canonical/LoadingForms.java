package dev.swarmha.stack.canonical;

import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;

/** The short forms of the keys by which compose files are put together. */
final class LoadingForms {

  private LoadingForms() {}

  /** The name of a service to a mapping. */
  static Document extending(DocumentPath path, Document document) {
    return document.asText().isEmpty()
        ? document
        : Mapping.builder().put("service", document).build(document.origin());
  }

  /** The path of a file to a mapping with lists. */
  static Document inclusion(DocumentPath path, Document document) {
    Mapping entry =
        document
            .asMapping()
            .orElseGet(() -> Mapping.builder().put("path", document).build(document.origin()));
    return entry.map(
        (key, value) -> key.equals("project_directory") ? value : Forms.list(path, value));
  }
}
