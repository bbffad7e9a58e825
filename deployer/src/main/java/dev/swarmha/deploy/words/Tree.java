package dev.swarmha.deploy.words;

import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Sequence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A document under construction, leaf by leaf. Items of lists come in the order of their arrival.
 */
final class Tree {

  private final Map<DocumentPath.Step, Tree> children = new LinkedHashMap<>();
  private Optional<Document> leaf = Optional.empty();

  /** Sets what stands at a path; whether it does, or something else is there already. */
  boolean put(DocumentPath path, Document value) {
    Tree place = this;
    for (DocumentPath.Step step : path.steps()) {
      if (place.leaf.filter(Tree::isSomething).isPresent()) {
        return false;
      }
      place = place.children.computeIfAbsent(step, missing -> new Tree());
    }
    return place.set(value);
  }

  private boolean set(Document value) {
    if (leaf.isEmpty() && (children.isEmpty() || !isSomething(value))) {
      leaf = Optional.of(value);
    }
    return !isSomething(value) || leaf.filter(value::equals).isPresent();
  }

  /** An empty mapping only says that something is there, which may still be filled. */
  private static boolean isSomething(Document value) {
    return !value.equals(Mapping.empty());
  }

  Mapping mapping() {
    return document().asMapping().orElse(Mapping.empty());
  }

  private Document document() {
    if (children.isEmpty()) {
      return leaf.orElse(Mapping.empty());
    }
    if (children.keySet().iterator().next() instanceof DocumentPath.Step.Index) {
      return Sequence.of(List.copyOf(children.values()).stream().map(Tree::document).toList());
    }
    Mapping.Builder mapping = Mapping.builder();
    children.forEach((step, child) -> mapping.put(step.toString(), child.document()));
    return mapping.build();
  }
}
