package dev.swarmha.wait;

import dev.swarmha.document.Mapping;
import dev.swarmha.engine.Node;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The placement constraints of a service, as far as an observed node tells whether they hold:
 * labels of the Engine and addresses stay undecidable. Values are compared without regard to case,
 * and a label that a node lacks is empty (swarmkit {@code manager/constraint}).
 */
public record PlacementConstraints(List<String> expressions) {

  private static final Pattern EXPRESSION =
      Pattern.compile("\\s*(\\S+?)\\s*(==|!=)\\s*(.*?)\\s*", Pattern.DOTALL);
  private static final String LABEL = "node.labels.";

  /** Whether all constraints hold. */
  public enum Match {
    HOLD,
    FAIL,
    UNDECIDABLE
  }

  public PlacementConstraints {
    expressions = List.copyOf(expressions);
  }

  public static PlacementConstraints of(Mapping serviceSpec) {
    return new PlacementConstraints(
        serviceSpec
            .mapping("TaskTemplate")
            .mapping("Placement")
            .sequence("Constraints")
            .texts()
            .toList());
  }

  public Match match(Node node) {
    Match result = Match.HOLD;
    for (String expression : expressions) {
      Match one = match(expression, node);
      if (one == Match.FAIL) {
        return Match.FAIL;
      }
      result = one == Match.UNDECIDABLE ? one : result;
    }
    return result;
  }

  private static Match match(String expression, Node node) {
    Matcher parts = EXPRESSION.matcher(expression);
    if (!parts.matches()) {
      return Match.UNDECIDABLE;
    }
    Optional<String> value = value(parts.group(1), node);
    if (value.isEmpty()) {
      return Match.UNDECIDABLE;
    }
    boolean equal = value.get().equalsIgnoreCase(parts.group(3));
    return equal == parts.group(2).equals("==") ? Match.HOLD : Match.FAIL;
  }

  private static Optional<String> value(String key, Node node) {
    if (key.startsWith(LABEL)) {
      return Optional.of(node.labels().getOrDefault(key.substring(LABEL.length()), ""));
    }
    return switch (key.toLowerCase(Locale.ROOT)) {
      case "node.id" -> Optional.of(node.id().value());
      case "node.hostname" -> Optional.of(node.hostname());
      case "node.role" -> Optional.of(node.role().name());
      case "node.platform.os" -> Optional.of(node.description().os());
      case "node.platform.arch" -> Optional.of(node.description().architecture());
      default -> Optional.empty();
    };
  }
}
