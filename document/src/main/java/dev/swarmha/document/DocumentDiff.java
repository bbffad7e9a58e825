package dev.swarmha.document;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The difference between two documents, as the deepest places where they differ, in the order of
 * the keys. Comparing a document with itself gives nothing. What counts as equal beyond content is
 * not decided here: callers normalise both sides first.
 */
public final class DocumentDiff {

  private final List<FieldChange> changes = new ArrayList<>();

  private DocumentDiff() {}

  public static List<FieldChange> between(Document before, Document after) {
    DocumentDiff diff = new DocumentDiff();
    diff.compare(DocumentPath.root(), Optional.of(before), Optional.of(after));
    return List.copyOf(diff.changes);
  }

  private void compare(DocumentPath path, Optional<Document> before, Optional<Document> after) {
    if (before.equals(after)) {
      return;
    }
    Optional<Mapping> left = before.flatMap(Document::asMapping);
    Optional<Mapping> right = after.flatMap(Document::asMapping);
    if (left.isPresent() && right.isPresent()) {
      compareMappings(path, left.get(), right.get());
      return;
    }
    Optional<Sequence> first = before.flatMap(Document::asSequence);
    Optional<Sequence> second = after.flatMap(Document::asSequence);
    if (first.isPresent() && second.isPresent()) {
      compareSequences(path, first.get(), second.get());
      return;
    }
    changes.add(new FieldChange(path, before, after));
  }

  private void compareMappings(DocumentPath path, Mapping before, Mapping after) {
    Set<String> keys = new LinkedHashSet<>(before.keys());
    keys.addAll(after.keys());
    keys.forEach(key -> compare(path.child(key), before.get(key), after.get(key)));
  }

  private void compareSequences(DocumentPath path, Sequence before, Sequence after) {
    for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
      compare(path.child(i), item(before, i), item(after, i));
    }
  }

  private static Optional<Document> item(Sequence sequence, int index) {
    return index < sequence.size() ? Optional.of(sequence.items().get(index)) : Optional.empty();
  }
}
