package dev.swarmha.lab.parity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where two JSON documents say different things to an Engine. An absent member and null are the
 * same, and so are 1 and 1.0; the order of an object's members does not count, that of a list does.
 */
final class JsonDifference {

  /** Members that some versions of the docker CLI leave out where they say nothing. */
  private static final Set<String> OFTEN_LEFT_OUT =
      Set.of("Scope", "Ingress", "ConfigOnly", "NoNewPrivileges", "DNSConfig");

  /** Only for Engines older than API 1.44, and never with a choice. */
  private static final String CHECK_DUPLICATE = "CheckDuplicate";

  /** Old docker CLIs say of each network that it has none, which is so without a word. */
  private static final String ENABLE_IPV6 = ".EnableIPv6";

  private final List<String> differences = new ArrayList<>();

  private JsonDifference() {}

  /** One line a difference: the path, and both values. */
  static List<String> between(JsonNode docker, JsonNode swarmha) {
    JsonDifference difference = new JsonDifference();
    difference.compare("", docker, swarmha);
    return List.copyOf(difference.differences);
  }

  private void compare(String path, JsonNode docker, JsonNode swarmha) {
    if (docker.isObject() && swarmha.isObject()) {
      Set<String> keys = new TreeSet<>();
      docker.fieldNames().forEachRemaining(keys::add);
      swarmha.fieldNames().forEachRemaining(keys::add);
      keys.forEach(key -> compare(path + "." + key, member(docker, key), member(swarmha, key)));
    } else if (docker.isArray() && swarmha.isArray() && docker.size() == swarmha.size()) {
      for (int i = 0; i < docker.size(); i++) {
        compare(path + "[" + i + "]", docker.get(i), swarmha.get(i));
      }
    } else if (!isSame(docker, swarmha) && !isSaidByOldDocker(path, docker, swarmha)) {
      differences.add(path + ": docker " + shown(docker) + ", swarmha " + shown(swarmha));
    }
  }

  private static JsonNode member(JsonNode object, String key) {
    JsonNode value = object.path(key);
    boolean saysNothing = value.isValueNode() ? value.asText().matches("|false") : value.isEmpty();
    boolean leftOut = saysNothing && OFTEN_LEFT_OUT.contains(key);
    boolean nothing = leftOut || value.isNull() || key.equals(CHECK_DUPLICATE);
    return nothing ? MissingNode.getInstance() : value;
  }

  private static boolean isSame(JsonNode docker, JsonNode swarmha) {
    boolean numbers = docker.isNumber() && swarmha.isNumber();
    return numbers
        ? docker.decimalValue().compareTo(swarmha.decimalValue()) == 0
        : docker.equals(swarmha);
  }

  private static boolean isSaidByOldDocker(String path, JsonNode docker, JsonNode swarmha) {
    boolean off = docker.isBoolean() && !docker.asBoolean();
    return path.equals(ENABLE_IPV6) && off && swarmha.isMissingNode();
  }

  private static String shown(JsonNode value) {
    return value.isMissingNode() ? "nothing" : value.toString();
  }
}
