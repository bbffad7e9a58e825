package dev.swarmha.document;

import java.util.List;

/**
 * A path with wildcards, written as text: keys separated by dots, {@code *} for any key, {@code []}
 * for any position, and {@code **} as the last part for everything from there down, itself
 * included. Patterns name paths of file formats, whose own keys contain no dots; keys chosen by
 * users, which may contain dots, are matched by {@code *}.
 */
public record PathPattern(List<String> parts) implements Comparable<PathPattern> {

  static final String ANY_KEY = "*";
  static final String ANY_INDEX = "[]";
  static final String REST = "**";

  public PathPattern {
    parts = List.copyOf(parts);
    int rest = parts.indexOf(REST);
    if (rest >= 0 && rest != parts.size() - 1) {
      throw new IllegalArgumentException("** must be the last part: " + parts);
    }
  }

  /** The pattern for a text such as {@code services.*.ports.[].target}. */
  public static PathPattern parse(String text) {
    return new PathPattern(text.isEmpty() ? List.of() : List.of(text.split("\\.", -1)));
  }

  public boolean matches(DocumentPath path) {
    List<DocumentPath.Step> steps = path.steps();
    boolean open = !parts.isEmpty() && parts.get(parts.size() - 1).equals(REST);
    int fixed = open ? parts.size() - 1 : parts.size();
    if (open ? steps.size() < fixed : steps.size() != fixed) {
      return false;
    }
    for (int i = 0; i < fixed; i++) {
      if (!matches(parts.get(i), steps.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean matches(String part, DocumentPath.Step step) {
    if (step instanceof DocumentPath.Step.Key key) {
      return part.equals(ANY_KEY) || part.equals(key.name());
    }
    return part.equals(ANY_INDEX);
  }

  /** The more specific pattern comes first: at the first difference, a name before a wildcard. */
  @Override
  public int compareTo(PathPattern other) {
    for (int i = 0; i < Math.min(parts.size(), other.parts.size()); i++) {
      int order = Integer.compare(weight(parts.get(i)), weight(other.parts.get(i)));
      if (order != 0) {
        return order;
      }
    }
    int longerFirst = Integer.compare(other.parts.size(), parts.size());
    return longerFirst != 0 ? longerFirst : toString().compareTo(other.toString());
  }

  private static int weight(String part) {
    return switch (part) {
      case REST -> 2;
      case ANY_KEY, ANY_INDEX -> 1;
      default -> 0;
    };
  }

  @Override
  public String toString() {
    return String.join(".", parts);
  }
}
