package dev.swarmha.deploy.convert;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Capabilities added to and dropped from containers, in the one form that docker/cli's {@code
 * opts.EffectiveCapAddCapDrop} gives them: sorted, with {@code CAP_} before each, {@code ALL}
 * swallowing its list, and nothing dropped that is added.
 */
record Capabilities(List<String> added, List<String> dropped) {

  private static final String ALL = "ALL";
  private static final String RESET = "RESET";
  private static final String PREFIX = "CAP_";

  Capabilities {
    added = List.copyOf(added);
    dropped = List.copyOf(dropped);
  }

  static Capabilities of(List<String> add, List<String> drop) {
    Set<String> added = normalised(add);
    Set<String> dropped = normalised(drop);
    dropped.removeAll(added);
    return new Capabilities(List.copyOf(added), List.copyOf(dropped));
  }

  private static Set<String> normalised(List<String> names) {
    Set<String> capabilities = new TreeSet<>();
    for (String name : names) {
      String upper = name.strip().toUpperCase(Locale.ROOT);
      if (upper.equals(ALL)) {
        return new TreeSet<>(Set.of(ALL));
      }
      if (!upper.equals(RESET)) {
        capabilities.add(upper.startsWith(PREFIX) ? upper : PREFIX + upper);
      }
    }
    return capabilities;
  }
}
