package dev.swarmha.stack.merge;

import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.PathTable;
import dev.swarmha.document.Sequence;
import dev.swarmha.stack.diagnostic.Diagnostics;
import dev.swarmha.stack.dialect.Dialect;
import java.util.List;
import java.util.Optional;

/** Merges files in their long form, from left to right. */
public final class Merger {

  private final PathTable<MergeRule> rules;

  public Merger(Dialect dialect, Diagnostics problems) {
    this.rules = MergeRules.table(dialect, problems);
  }

  public Mapping merge(List<Mapping> files) {
    return files.stream()
        .reduce((base, override) -> merge(DocumentPath.root(), base, override))
        .orElse(Mapping.empty());
  }

  private Mapping merge(DocumentPath path, Mapping base, Mapping override) {
    Mapping.Builder merged = Mapping.builder().putAll(base);
    base.entries()
        .forEach((key, value) -> merged.put(key, keyed(path.child(key), value, override.get(key))));
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
      return MergeRules.byDefault(base, override);
    }
    return merge(path, first.get(), second.get());
  }
}
