package dev.swarmha.wait;

import static java.util.Objects.requireNonNull;

import dev.swarmha.document.Mapping;
import dev.swarmha.engine.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The placement constraints of a service, as far as an observed node tells whether they hold:
 * addresses stay undecidable. Values and keys are compared without regard to case, but for the
 * names of labels; a label that a node lacks is empty, and a key that the Engine does not know
 * never holds (swarmkit {@code manager/constraint}).
 */
public final class PlacementConstraints {

  private static final Pattern EXPRESSION =
      Pattern.compile("\\s*(\\S+?)\\s*(==|!=)\\s*(.*?)\\s*", Pattern.DOTALL);
  private static final String NODE_LABEL = "node.labels.";
  private static final String ENGINE_LABEL = "engine.labels.";
  private static final String ADDRESS = "node.ip";

  /** Whether all constraints hold. */
  public enum Match {
    HOLD,
    FAIL,
    UNDECIDABLE
  }

  /** Read once, since a large swarm asks them of a thousand nodes. */
  private final List<Constraint> decidable;

  private final boolean whole;

  private PlacementConstraints(List<String> expressions) {
    this.decidable = expressions.stream().flatMap(each -> Constraint.of(each).stream()).toList();
    this.whole = decidable.size() == expressions.size();
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
    for (Constraint constraint : decidable) {
      if (!constraint.holds(constraint.actual(node))) {
        return Match.FAIL;
      }
    }
    return whole ? Match.HOLD : Match.UNDECIDABLE;
  }

  /** The constraints that certainly do not hold of a node, each with what the node has instead. */
  public List<Unmet> unmet(Node node) {
    List<Unmet> unmet = new ArrayList<>();
    for (Constraint constraint : decidable) {
      Optional<String> actual = constraint.actual(node);
      if (!constraint.holds(actual)) {
        unmet.add(new Unmet(constraint.key, constraint.equal, constraint.value, actual));
      }
    }
    return unmet;
  }

  /**
   * A constraint that does not hold.
   *
   * @param key as it stands in the constraint, such as {@code node.labels.zone}
   * @param equal whether the value was asked for; otherwise any other was
   * @param actual what the node has; empty text where it has no such label, and nothing where the
   *     Engine does not know the key
   */
  public record Unmet(String key, boolean equal, String value, Optional<String> actual) {
    public Unmet {
      requireNonNull(key, "key");
      requireNonNull(value, "value");
      requireNonNull(actual, "actual");
    }
  }

  /**
   * One expression that can be decided here.
   *
   * @param lower the key in small letters
   */
  private record Constraint(String key, String lower, boolean equal, String value) {

    static Optional<Constraint> of(String expression) {
      Matcher parts = EXPRESSION.matcher(expression);
      boolean decidable = parts.matches() && !parts.group(1).equalsIgnoreCase(ADDRESS);
      return decidable
          ? Optional.of(
              new Constraint(
                  parts.group(1),
                  parts.group(1).toLowerCase(Locale.ROOT),
                  parts.group(2).equals("=="),
                  parts.group(3)))
          : Optional.empty();
    }

    boolean holds(Optional<String> actual) {
      return actual.isPresent() && actual.get().equalsIgnoreCase(value) == equal;
    }

    Optional<String> actual(Node node) {
      if (lower.startsWith(NODE_LABEL)) {
        return Optional.of(label(node.labels(), NODE_LABEL));
      }
      if (lower.startsWith(ENGINE_LABEL)) {
        return Optional.of(label(node.description().engineLabels(), ENGINE_LABEL));
      }
      return switch (lower) {
        case "node.id" -> Optional.of(node.id().value());
        case "node.hostname" -> Optional.of(node.hostname());
        case "node.role" -> Optional.of(node.role().name().toLowerCase(Locale.ROOT));
        case "node.platform.os" -> Optional.of(node.description().os());
        case "node.platform.arch" -> Optional.of(node.description().architecture());
        default -> Optional.empty();
      };
    }

    private String label(Map<String, String> labels, String prefix) {
      return labels.getOrDefault(key.substring(prefix.length()), "");
    }
  }
}
