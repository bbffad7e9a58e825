package dev.swarmha.deploy.export;

import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Sequence;
import java.util.Comparator;
import java.util.List;

/**
 * The order in which people write the keys of a stack file: what something is comes first, how it
 * is deployed last, and the rest by name. The Engine's own order says nothing to a reader.
 */
final class KeyOrder {

  private static final List<String> FIRST =
      List.of(
          "services",
          "image",
          "entrypoint",
          "command",
          "type",
          "source",
          "target",
          "published",
          "name",
          "external",
          "driver",
          "test",
          "mode",
          "replicas");

  private static final List<String> LAST = List.of("deploy", "x-swarmha");

  private static final Comparator<String> ORDER =
      Comparator.comparingInt(KeyOrder::rank).thenComparing(Comparator.naturalOrder());

  private KeyOrder() {}

  /** The top level of a file, and all below. */
  static Mapping of(Mapping file) {
    return ordered(file).asMapping().orElse(file);
  }

  private static Document ordered(Document document) {
    if (document instanceof Sequence sequence) {
      return Sequence.of(sequence.stream().map(KeyOrder::ordered).toList());
    }
    if (!(document instanceof Mapping mapping)) {
      return document;
    }
    Mapping.Builder ordered = Mapping.builder();
    mapping.keys().stream()
        .sorted(ORDER)
        .forEach(key -> ordered.putIfPresent(key, mapping.get(key).map(KeyOrder::ordered)));
    return ordered.build();
  }

  private static int rank(String key) {
    int first = FIRST.indexOf(key);
    return first >= 0 ? first : FIRST.size() + Math.max(0, LAST.indexOf(key) + 1);
  }
}
