package dev.swarmha.stack.validate;

import dev.swarmha.document.PathPattern;
import dev.swarmha.document.PathTable;
import dev.swarmha.stack.dialect.LooseScalar;
import dev.swarmha.stack.validate.Rule.Trait;
import java.util.Map;
import java.util.Set;

/**
 * The rows of a schema made as tolerant as the compose specification is everywhere: scalars in
 * other forms, truth values among texts by name, {@code x-} keys in every mapping of its own, and
 * keys without a value.
 */
final class LooseRows {

  private static final Set<Type> TEXTS_BY_NAME = Set.of(Type.TEXT, Type.NUMBER, Type.NULL);

  private final Map<PathPattern, Rule> strict;

  private LooseRows(Map<PathPattern, Rule> strict) {
    this.strict = strict;
  }

  static PathTable<Rule> of(PathTable<Rule> strict) {
    LooseRows rows = new LooseRows(strict.rows());
    PathTable.Builder<Rule> table = PathTable.builder();
    rows.strict.forEach(
        (path, rule) -> table.row(path.toString(), bare(path, rows.loose(path, rule))));
    LooseScalar.table().rows().forEach((path, scalar) -> rows.scalar(table, path, scalar));
    return table.build();
  }

  private Rule loose(PathPattern path, Rule rule) {
    if (rule.types().equals(TEXTS_BY_NAME) && rule.support().isEffective()) {
      return rule.or(Type.BOOLEAN);
    }
    boolean own = rule.types().contains(Type.MAPPING) && !strict.containsKey(anyKeyOf(path));
    return own && !rule.has(Trait.EXTENSIBLE) ? rule.with(Trait.COMMENTED) : rule;
  }

  /** What a user calls by a name of their own, and items of lists, are there even if empty. */
  private static Rule bare(PathPattern path, Rule rule) {
    String last = path.parts().isEmpty() ? "*" : path.parts().get(path.parts().size() - 1);
    boolean named = !last.equals("*") && !last.equals("[]");
    boolean means = rule.types().contains(Type.NULL) && rule.support().isEffective();
    return named && !means ? rule.with(Trait.BARE) : rule;
  }

  private static PathPattern anyKeyOf(PathPattern path) {
    return PathPattern.parse(path.parts().isEmpty() ? "*" : path + ".*");
  }

  private void scalar(PathTable.Builder<Rule> table, PathPattern path, LooseScalar scalar) {
    Rule rule = strict.get(path);
    if (rule == null) {
      return;
    }
    Check check = rule.check();
    Type other = scalar == LooseScalar.TEXT ? Type.NUMBER : Type.TEXT;
    Rule loose = rule.or(other).that(value -> check.check(scalar.read(value)));
    table.set(path.toString(), bare(path, loose));
  }
}
