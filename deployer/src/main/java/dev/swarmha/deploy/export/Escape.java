package dev.swarmha.deploy.export;

import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Sequence;
import java.util.Optional;

/** Texts that are to stay as they are when a file's variables are filled in. */
final class Escape {

  private Escape() {}

  /** The same document with every dollar sign doubled; keys are never filled in. */
  static Mapping variables(Mapping mapping) {
    return mapping.map((key, value) -> variables(value));
  }

  private static Document variables(Document document) {
    if (document instanceof Mapping mapping) {
      return variables(mapping);
    }
    if (document instanceof Sequence sequence) {
      return Sequence.of(sequence.stream().map(Escape::variables).toList());
    }
    Optional<String> text = document.asText();
    return text.isPresent() ? Document.text(text.get().replace("$", "$$")) : document;
  }
}
