package dev.swarmha.engine.docker.wire;

import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The {@code filters} parameter of a list call. Several values of one filter are alternatives;
 * several labels must all be there.
 */
public final class Filters {

  private final Map<String, List<String>> values = new TreeMap<>();

  public Filters with(String name, String value) {
    values.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
    return this;
  }

  public Filters withLabel(String key, String value) {
    return with("label", key + "=" + value);
  }

  /** The query that carries the filters, with its question mark; empty without filters. */
  public String query() {
    if (values.isEmpty()) {
      return "";
    }
    Mapping.Builder filters = Mapping.builder();
    values.forEach((name, list) -> filters.put(name, Document.texts(list)));
    return "?filters=" + escaped(Json.format(filters.build()));
  }

  /** A text as one part of a path or as the value of a query. */
  public static String escaped(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
