package dev.swarmha.engine;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which objects to list: those that carry all the labels and, if names are given, bear one of them
 * exactly. The Engine's own name filter matches prefixes; ports never do.
 */
public record Selector(Map<String, String> labels, Set<String> names) {

  /** The label by which Docker marks what belongs to a stack. */
  public static final String STACK_LABEL = "com.docker.stack.namespace";

  public Selector {
    labels = new TreeMap<>(labels);
    names = new TreeSet<>(names);
  }

  public static Selector all() {
    return new Selector(Map.of(), Set.of());
  }

  /** Everything that belongs to a stack. */
  public static Selector stack(String stack) {
    return label(STACK_LABEL, stack);
  }

  public static Selector label(String key, String value) {
    return new Selector(Map.of(key, value), Set.of());
  }

  public static Selector names(String... names) {
    return new Selector(Map.of(), new TreeSet<>(List.of(names)));
  }

  /**
   * Everything that bears one of these names.
   *
   * @throws IllegalArgumentException when there are no names, which would select everything
   */
  public static Selector names(Set<String> names) {
    if (names.isEmpty()) {
      throw new IllegalArgumentException("a selector by name needs a name");
    }
    return new Selector(Map.of(), names);
  }

  public boolean matches(Resource resource) {
    return (names.isEmpty() || names.contains(resource.name()))
        && resource.labels().entrySet().containsAll(labels.entrySet());
  }
}
