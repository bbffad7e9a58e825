package dev.swarmha.engine.testkit.state;

import static java.util.Objects.requireNonNull;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A placement constraint such as {@code node.labels.zone==a}. Values compare without regard to
 * case, and a label that a node lacks counts as empty (swarmkit {@code manager/constraint}).
 */
public record Constraint(String key, boolean equal, String value) {

  private static final Pattern SYNTAX =
      Pattern.compile(
          "\\s*([a-z_][a-z0-9\\-_.]+)\\s*(==|!=)\\s*(.+?)\\s*", Pattern.CASE_INSENSITIVE);

  public Constraint {
    requireNonNull(key, "key");
    requireNonNull(value, "value");
  }

  /**
   * Reads a constraint.
   *
   * @throws IllegalArgumentException in the Engine's words, when the text is none
   */
  public static Constraint parse(String text) {
    Matcher matcher = SYNTAX.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("constraint expected one operator from ==, !=");
    }
    return new Constraint(matcher.group(1), matcher.group(2).equals("=="), matcher.group(3));
  }

  public boolean allows(StoredNode node) {
    return node.property(key).equalsIgnoreCase(value) == equal;
  }
}
