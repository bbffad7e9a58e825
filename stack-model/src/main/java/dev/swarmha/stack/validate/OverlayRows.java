package dev.swarmha.stack.validate;

import dev.swarmha.document.PathPattern;
import dev.swarmha.document.PathTable;
import dev.swarmha.stack.validate.Rule.Support;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The rows of {@code x-swarmha.compose}: the keys of the compose specification of which file format
 * 3 honours less, or nothing.
 */
final class OverlayRows {

  private static final int DEPTH_OF_KEYS = 3;
  private static final String OWN = "x-swarmha";

  private OverlayRows() {}

  /** Adds the rows to a table of either dialect. */
  static void add(PathTable.Builder<Rule> table, PathTable<Rule> stack, PathTable<Rule> compose) {
    for (String section : List.of("networks", "volumes", "secrets", "configs")) {
      table.set(section + ".*." + OWN, Rule.mapping());
    }
    for (String section : List.of("services", "networks", "volumes", "secrets", "configs")) {
      String block = section + ".*." + OWN + ".compose";
      table.set(block, Rule.mapping());
      Set<String> keys = keys(section, stack, compose);
      compose
          .rows()
          .forEach(
              (path, rule) -> {
                if (isBelow(path, section) && keys.contains(path.parts().get(2))) {
                  table.set(block + path.toString().substring(section.length() + 2), rule);
                }
              });
    }
  }

  /** The keys of an entry that the compose specification honours, or more of them. */
  static Set<String> keys(String section, PathTable<Rule> stack, PathTable<Rule> compose) {
    Set<String> keys = new TreeSet<>();
    Map<PathPattern, Rule> known = stack.rows();
    compose
        .rows()
        .forEach(
            (path, rule) -> {
              Rule strict = known.get(path);
              boolean more =
                  rule.support() == Support.HONOURED
                      && (strict == null || !strict.support().isEffective());
              if (more && isBelow(path, section) && isHonoured(path, compose)) {
                keys.add(path.parts().get(2));
              }
            });
    return keys;
  }

  /** Whether the key as a whole is, and not only something below it that has no fate of its own. */
  private static boolean isHonoured(PathPattern path, PathTable<Rule> compose) {
    PathPattern key = new PathPattern(path.parts().subList(0, DEPTH_OF_KEYS));
    Rule rule = compose.rows().get(key);
    return rule != null && rule.support() == Support.HONOURED && !path.parts().get(2).equals(OWN);
  }

  private static boolean isBelow(PathPattern path, String section) {
    return path.parts().size() >= DEPTH_OF_KEYS
        && path.parts().get(0).equals(section)
        && path.parts().get(1).equals("*");
  }
}
