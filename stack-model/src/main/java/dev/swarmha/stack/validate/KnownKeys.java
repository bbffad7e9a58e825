package dev.swarmha.stack.validate;

import static java.util.Objects.requireNonNull;

import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.PathPattern;
import dev.swarmha.document.PathTable;
import dev.swarmha.stack.dialect.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a user may have meant by an unknown key: a similar one, or the same one elsewhere. */
final class KnownKeys {

  private static final Map<Dialect, KnownKeys> BY_DIALECT =
      Map.of(
          Dialect.STACK, new KnownKeys(StackSchema.table(Dialect.STACK)),
          Dialect.COMPOSE, new KnownKeys(StackSchema.table(Dialect.COMPOSE)));

  private final List<PathPattern> honoured = new ArrayList<>();

  /** The keys of a schema. */
  KnownKeys(PathTable<Rule> schema) {
    schema
        .rows()
        .forEach(
            (pattern, rule) -> {
              if (rule.support().isEffective() && !pattern.parts().isEmpty()) {
                honoured.add(pattern);
              }
            });
  }

  static KnownKeys of(Dialect dialect) {
    return requireNonNull(BY_DIALECT.get(dialect));
  }

  /** A hint for an unknown key of the mapping at a path; empty when nothing comes to mind. */
  String hint(DocumentPath parent, String key) {
    List<String> siblings =
        honoured.stream()
            .filter(pattern -> parentOf(pattern).matches(parent))
            .map(KnownKeys::lastOf)
            .filter(name -> !name.equals("*") && !name.equals("[]"))
            .toList();
    String similar = Suggestion.hint(key, siblings);
    return similar.isEmpty() ? deeper(parent, key).orElse("") : similar;
  }

  private Optional<String> deeper(DocumentPath parent, String key) {
    int depth = parent.steps().size();
    return honoured.stream()
        .filter(pattern -> lastOf(pattern).equals(key) && pattern.parts().size() == depth + 2)
        .map(KnownKeys::parentOf)
        .filter(pattern -> parentOf(pattern).matches(parent) && !lastOf(pattern).equals("*"))
        .map(pattern -> "it belongs under \"" + lastOf(pattern) + "\"")
        .findFirst();
  }

  private static PathPattern parentOf(PathPattern pattern) {
    return new PathPattern(pattern.parts().subList(0, pattern.parts().size() - 1));
  }

  private static String lastOf(PathPattern pattern) {
    return pattern.parts().get(pattern.parts().size() - 1);
  }
}
