package dev.swarmha.lab.parity;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The query of a request, decoded. */
record EngineQuery(Map<String, String> parameters) {

  private static final ObjectMapper JSON = new ObjectMapper();

  EngineQuery {
    parameters = new TreeMap<>(parameters);
  }

  static EngineQuery of(URI uri) {
    Map<String, String> parameters = new TreeMap<>();
    String raw = uri.getRawQuery() == null ? "" : uri.getRawQuery();
    for (String part : raw.split("&", -1)) {
      String[] pair = part.split("=", 2);
      if (pair.length == 2) {
        parameters.put(pair[0], URLDecoder.decode(pair[1], UTF_8));
      }
    }
    return new EngineQuery(parameters);
  }

  /** The version that an update expects; -1 without. */
  int version() {
    return Integer.parseInt(parameters.getOrDefault("version", "-1"));
  }

  /** The values of a filter, which may be written as a list or, older, as a mapping to true. */
  List<String> filter(String name) {
    List<String> values = new ArrayList<>();
    JsonNode filter = filters().path(name);
    if (filter.isObject()) {
      filter.fieldNames().forEachRemaining(values::add);
    }
    if (filter.isArray()) {
      filter.forEach(value -> values.add(value.asText()));
    }
    return values;
  }

  private JsonNode filters() {
    try {
      return JSON.readTree(parameters.getOrDefault("filters", "{}"));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** All parameters in the order of their names. */
  String text() {
    List<String> pairs = new ArrayList<>();
    parameters.forEach((name, value) -> pairs.add(name + "=" + value));
    return String.join("&", pairs);
  }
}
