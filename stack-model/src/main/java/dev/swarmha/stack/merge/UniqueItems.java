package dev.swarmha.stack.merge;

import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.PathTable;
import dev.swarmha.document.Sequence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The lists of compose files in which each item has a key, after compose-go's {@code
 * override.EnforceUnicity}: a later item takes the place of an earlier one of the same key.
 */
public final class UniqueItems {

  private static final String SERVICE = "services.*.";
  private static final List<String> BY_VALUE =
      List.of(
          "cap_add",
          "cap_drop",
          "dns",
          "dns_opt",
          "dns_search",
          "expose",
          "extra_hosts",
          "links",
          "networks.*.aliases",
          "networks.*.link_local_ips",
          "profiles",
          "tmpfs");

  private static final PathTable<Function<Document, Document>> KEYS = keys();

  private static PathTable<Function<Document, Document>> keys() {
    PathTable.Builder<Function<Document, Document>> table = PathTable.builder();
    BY_VALUE.forEach(path -> table.row(SERVICE + path, item -> item));
    return table
        .row(SERVICE + "env_file", item -> member(item, "path", ""))
        .row(SERVICE + "volumes", item -> member(item, "target", ""))
        .row(SERVICE + "secrets", item -> target(item, "/run/secrets/"))
        .row(SERVICE + "configs", item -> target(item, "/"))
        .row(SERVICE + "ports", UniqueItems::port)
        .build();
  }

  /** A file in its long form without the items that were replaced. */
  public Mapping apply(Mapping file) {
    return file.map((key, value) -> apply(DocumentPath.of(key), value));
  }

  private Document apply(DocumentPath path, Document document) {
    if (document instanceof Mapping mapping) {
      return mapping.map((key, value) -> apply(path.child(key), value));
    }
    return document instanceof Sequence list
        ? KEYS.find(path).map(key -> unique(list, key)).orElse(list)
        : document;
  }

  private static Sequence unique(Sequence list, Function<Document, Document> key) {
    Map<Document, Document> items = new LinkedHashMap<>();
    list.items().forEach(item -> items.put(key.apply(item), item));
    return new Sequence(List.copyOf(items.values()), list.origin());
  }

  private static Document member(Document item, String key, String otherwise) {
    return item.at(key).orElse(Document.text(otherwise));
  }

  private static Document target(Document item, String directory) {
    String source = member(item, "source", "").toString();
    return member(item, "target", directory + source);
  }

  private static Document port(Document item) {
    Mapping.Builder key = Mapping.builder();
    key.put("host_ip", member(item, "host_ip", "0.0.0.0"));
    key.put("published", member(item, "published", ""));
    key.put("target", member(item, "target", ""));
    return key.put("protocol", member(item, "protocol", "tcp")).build();
  }
}
