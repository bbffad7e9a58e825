package dev.swarmha.stack.merge;

import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Origin;
import dev.swarmha.document.PathTable;
import dev.swarmha.document.Sequence;
import dev.swarmha.stack.diagnostic.Diagnostics;
import dev.swarmha.stack.dialect.Dialect;
import java.util.List;
import java.util.Optional;

/** Merges files in their long form, from left to right. */
public final class Merger {

  private final Dialect dialect;
  private final PathTable<MergeRule> rules;

  public Merger(Dialect dialect, Diagnostics problems) {
    this.dialect = dialect;
    this.rules = MergeRules.table(dialect, problems);
  }

  /**
   * One file over another.
   *
   * @param replaced the places at which the earlier file does not count
   */
  public Mapping merge(Mapping base, Mapping override, List<DocumentPath> replaced) {
    Mapping left = base;
    for (DocumentPath path : replaced) {
      left = without(left, path.steps());
    }
    return merge(DocumentPath.root(), left, override);
  }

  private static Mapping without(Mapping mapping, List<DocumentPath.Step> steps) {
    String key = steps.get(0).toString();
    if (steps.size() == 1) {
      return mapping.without(key);
    }
    return mapping
        .get(key)
        .flatMap(Document::asMapping)
        .map(inner -> mapping.with(key, without(inner, steps.subList(1, steps.size()))))
        .orElse(mapping);
  }

  private Mapping merge(DocumentPath path, Mapping base, Mapping override) {
    Mapping.Builder merged = Mapping.builder().putAll(base);
    base.entries()
        .forEach(
            (key, value) -> {
              Document both = keyed(path.child(key), value, override.get(key));
              merged.put(key, place(key, both, base, override), both);
            });
    override
        .entries()
        .forEach(
            (key, value) -> {
              if (!base.has(key)) {
                merged.put(key, override.keyOrigin(key), value);
              }
            });
    return merged.build(base.origin());
  }

  /** A value that a later file has replaced is to be found there. */
  private static Origin place(String key, Document merged, Mapping base, Mapping override) {
    boolean replaced =
        override.get(key).filter(later -> later.origin().equals(merged.origin())).isPresent();
    return (replaced ? override : base).keyOrigin(key);
  }

  private Document keyed(DocumentPath path, Document base, Optional<Document> override) {
    if (override.isPresent()) {
      return mergeAt(path, base, override.get());
    }
    return rules
        .find(path)
        .filter(KeyedList.class::isInstance)
        .map(rule -> rule.merge(path, base, Sequence.of()))
        .orElse(base);
  }

  private Document mergeAt(DocumentPath path, Document base, Document override) {
    Optional<MergeRule> rule = rules.find(path);
    if (rule.isPresent()) {
      return rule.get().merge(path, base, override);
    }
    Optional<Mapping> first = base.asMapping();
    Optional<Mapping> second = override.asMapping();
    if (first.isEmpty() || second.isEmpty()) {
      return MergeRules.byDefault(dialect, base, override);
    }
    return merge(path, first.get(), second.get());
  }
}
