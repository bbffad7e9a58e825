package dev.swarmha.stack.model;

import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Sequence;
import java.util.stream.Collectors;

/** A document as JSON, which is YAML, too; enough for texts without control characters. */
final class JsonText {

  private JsonText() {}

  static String of(Document document) {
    if (document instanceof Mapping mapping) {
      return mapping.entries().entrySet().stream()
          .map(entry -> quoted(entry.getKey()) + ": " + of(entry.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    if (document instanceof Sequence list) {
      return list.stream().map(JsonText::of).collect(Collectors.joining(", ", "[", "]"));
    }
    return document.asText().map(JsonText::quoted).orElseGet(document::toString);
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
