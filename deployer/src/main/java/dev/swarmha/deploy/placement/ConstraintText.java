package dev.swarmha.deploy.placement;

import dev.swarmha.wait.PlacementConstraints.Unmet;
import java.util.Locale;
import java.util.Map;

/** What a node has instead of what a constraint wants. */
final class ConstraintText {

  private static final String NODE_LABEL = "node.labels.";
  private static final String ENGINE_LABEL = "engine.labels.";
  private static final Map<String, String> KEYS =
      Map.of(
          "node.id", "its id",
          "node.hostname", "its host name",
          "node.role", "its role",
          "node.platform.os", "its operating system",
          "node.platform.arch", "its architecture");

  private ConstraintText() {}

  static String of(Unmet unmet) {
    if (unmet.actual().isEmpty()) {
      return "the Engine knows no " + unmet.key() + ", so that the constraint never holds";
    }
    String actual = unmet.actual().get();
    String has = subject(unmet.key()) + (actual.isEmpty() ? " is not set" : " is " + actual);
    return has
        + (unmet.equal() ? ", wanted " + unmet.value() : ", wanted any but " + unmet.value());
  }

  private static String subject(String key) {
    String lower = key.toLowerCase(Locale.ROOT);
    if (lower.startsWith(NODE_LABEL)) {
      return "label " + key.substring(NODE_LABEL.length());
    }
    if (lower.startsWith(ENGINE_LABEL)) {
      return "engine label " + key.substring(ENGINE_LABEL.length());
    }
    return KEYS.getOrDefault(lower, key);
  }
}
