package dev.swarmha.lab.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Where two JSON documents differ, down to the single field. */
final class JsonDifference {

  static final JsonNode ABSENT = MissingNode.getInstance();

  private JsonDifference() {}

  /** Adds a line for each difference below a path, with what either side has. */
  static void collect(String path, JsonNode first, JsonNode second, List<String> lines) {
    if (first.equals(second)) {
      return;
    }
    if (first.isObject() && second.isObject()) {
      Set<String> keys = new TreeSet<>();
      first.fieldNames().forEachRemaining(keys::add);
      second.fieldNames().forEachRemaining(keys::add);
      keys.forEach(key -> collect(path + "." + key, first.path(key), second.path(key), lines));
    } else if (first.isArray() && second.isArray() && first.size() == second.size()) {
      for (int index = 0; index < first.size(); index++) {
        collect(path + "[" + index + "]", first.get(index), second.get(index), lines);
      }
    } else {
      lines.add(path + ": " + text(first) + " and " + text(second));
    }
  }

  private static String text(JsonNode value) {
    return value.isMissingNode() ? "nothing" : value.toString();
  }
}
