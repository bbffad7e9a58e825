package dev.swarmha.stack.canonical;

import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Origin;
import dev.swarmha.document.Scalar;
import dev.swarmha.document.Sequence;
import dev.swarmha.stack.value.GoNumbers;
import dev.swarmha.stack.value.ShellWords;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The forms that need nothing but the document. */
final class Forms {

  private Forms() {}

  static Document emptyForNull(DocumentPath path, Document document) {
    return document.isNull() ? Mapping.empty().withOrigin(document.origin()) : document;
  }

  static Document list(DocumentPath path, Document document) {
    return document.asScalar().isPresent()
        ? new Sequence(List.of(document), document.origin())
        : document;
  }

  static Document words(DocumentPath path, Document document) {
    return document.asText().map(text -> texts(ShellWords.split(text), document)).orElse(document);
  }

  static Document healthcheckTest(DocumentPath path, Document document) {
    return document
        .asText()
        .map(text -> texts(List.of("CMD-SHELL", text), document))
        .orElse(document);
  }

  /** {@code [NAME=VALUE]} or a mapping to a mapping of texts; no value is the empty text. */
  static Document textsByName(DocumentPath path, Document document) {
    Mapping.Builder texts = Mapping.builder();
    if (document instanceof Sequence list) {
      for (Document item : list.items()) {
        String[] parts = item.asText().orElse("").split("=", 2);
        Scalar value = Document.text(parts.length == 2 ? parts[1] : "");
        texts.put(parts[0], item.origin(), value.withOrigin(item.origin()));
      }
      return texts.build(document.origin());
    }
    return document instanceof Mapping mapping
        ? mapping.map((key, value) -> text(value))
        : document;
  }

  private static Document text(Document value) {
    String text = value.isNull() ? "" : value.asScalar().map(GoNumbers::text).orElse("");
    return Document.text(text).withOrigin(value.origin());
  }

  /** Names to a mapping without details, as {@code networks: [a, b]} has them. */
  static Document namesToMapping(DocumentPath path, Document document) {
    if (!(document instanceof Sequence list)) {
      return document;
    }
    Mapping.Builder names = Mapping.builder();
    for (Document item : list.items()) {
      Document none = Document.nothing().withOrigin(item.origin());
      names.put(item.asText().orElse(""), item.origin(), none);
    }
    return names.build(list.origin());
  }

  /** Names of services to a mapping with the least that can be asked of each. */
  static Document dependencies(DocumentPath path, Document document) {
    if (!(document instanceof Sequence list)) {
      return document;
    }
    Mapping.Builder names = Mapping.builder();
    for (Document item : list.items()) {
      Mapping started =
          Mapping.builder()
              .put("condition", "service_started")
              .put("required", true)
              .build(item.origin());
      names.put(item.asText().orElse(""), item.origin(), started);
    }
    return names.build(list.origin());
  }

  /** The name of a secret or config to a reference. */
  static Document reference(DocumentPath path, Document document) {
    return document.asText().isEmpty()
        ? document
        : Mapping.builder().put("source", document).build(document.origin());
  }

  static Document ulimit(DocumentPath path, Document document) {
    return document.asScalar().isEmpty()
        ? document
        : Mapping.builder().put("soft", document).put("hard", document).build(document.origin());
  }

  /**
   * Hosts to {@code HOST:ADDRESS}. A list keeps its order and a mapping is sorted; entries without
   * an address are dropped; the brackets around an address go.
   */
  static Document hosts(DocumentPath path, Document document) {
    List<Document> hosts = new ArrayList<>();
    if (document instanceof Sequence list) {
      for (Document item : list.items()) {
        String text = item.asText().orElse("");
        int separator = text.indexOf('=') >= 0 ? text.indexOf('=') : text.indexOf(':');
        if (separator >= 0) {
          hosts.add(
              host(text.substring(0, separator), text.substring(separator + 1), item.origin()));
        }
      }
      return new Sequence(hosts, document.origin());
    }
    Optional<Mapping> mapping = document.asMapping();
    mapping
        .orElse(Mapping.empty())
        .entries()
        .forEach(
            (name, value) -> {
              for (Document address : list(path, value).asSequence().orElseThrow().items()) {
                if (!address.isNull()) {
                  hosts.add(host(name, address.toString(), address.origin()));
                }
              }
            });
    hosts.sort(Comparator.comparing(Document::toString));
    return new Sequence(hosts, document.origin());
  }

  private static Document host(String name, String address, Origin origin) {
    boolean bracketed = address.startsWith("[") && address.endsWith("]");
    String plain = bracketed ? address.substring(1, address.length() - 1) : address;
    return Document.text(name + ":" + plain).withOrigin(origin);
  }

  private static Document texts(List<String> texts, Document source) {
    List<Document> items = new ArrayList<>();
    texts.forEach(text -> items.add(Document.text(text).withOrigin(source.origin())));
    return new Sequence(items, source.origin());
  }
}
