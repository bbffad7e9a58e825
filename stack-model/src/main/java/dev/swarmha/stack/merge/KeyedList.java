package dev.swarmha.stack.merge;

import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Sequence;
import dev.swarmha.stack.diagnostic.Diagnostic;
import dev.swarmha.stack.diagnostic.Diagnostics;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A list in which one member of each item is its key: a later item replaces an earlier one of the
 * same key, and the result is sorted by key. Where a service stands in two files docker does this
 * to the list even if one file alone has it, so that items of the same key vanish; we warn then.
 */
final class KeyedList implements MergeRule {

  private final String key;
  private final Document missing;
  private final Diagnostics problems;

  /**
   * A rule for lists of mappings.
   *
   * @param missing the key of items that have none
   */
  KeyedList(String key, Document missing, Diagnostics problems) {
    this.key = key;
    this.missing = missing;
    this.problems = problems;
  }

  @Override
  public Document merge(DocumentPath path, Document base, Document override) {
    Map<Document, Document> items = new LinkedHashMap<>();
    put(path, base, items);
    put(path, override, items);
    List<Document> sorted = new ArrayList<>(items.keySet());
    sorted.sort(Comparator.comparing(KeyedList::number).thenComparing(Document::toString));
    return new Sequence(sorted.stream().map(items::get).toList(), base.origin());
  }

  private void put(DocumentPath path, Document list, Map<Document, Document> items) {
    Map<Document, Document> own = new LinkedHashMap<>();
    for (Document item : list.asSequence().orElseGet(Sequence::of).items()) {
      Document value = item.asMapping().orElse(Mapping.empty()).get(key).orElse(missing);
      Document lost = own.put(value, item);
      if (lost != null) {
        problems.add(
            Diagnostic.warning("merge-loss", lost.origin(), path, "this entry is lost in the merge")
                .withHint("entries are merged by \"" + key + "\", and another has the same"));
      }
    }
    items.putAll(own);
  }

  private static BigDecimal number(Document document) {
    return document.asScalar().flatMap(scalar -> scalar.decimalValue()).orElse(BigDecimal.ZERO);
  }
}
