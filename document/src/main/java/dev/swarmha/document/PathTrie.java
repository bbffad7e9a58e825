package dev.swarmha.document;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The patterns of a table by their parts, so that a look-up costs the length of the path and not
 * the size of the table. It finds what {@link PathPattern#compareTo} puts first.
 */
final class PathTrie<R> {

  private final Map<String, PathTrie<R>> children = new HashMap<>();
  private Optional<R> rule = Optional.empty();

  void add(PathPattern pattern, R value) {
    PathTrie<R> here = this;
    for (String part : pattern.parts()) {
      here = here.children.computeIfAbsent(part, any -> new PathTrie<>());
    }
    here.rule = Optional.of(value);
  }

  Optional<R> find(DocumentPath path) {
    return find(path.steps(), 0);
  }

  private Optional<R> find(List<DocumentPath.Step> steps, int depth) {
    if (depth == steps.size()) {
      return child(PathPattern.REST).flatMap(rest -> rest.rule).or(() -> rule);
    }
    DocumentPath.Step step = steps.get(depth);
    Optional<R> named =
        step instanceof DocumentPath.Step.Key key
            ? below(key.name(), steps, depth).or(() -> below(PathPattern.ANY_KEY, steps, depth))
            : below(PathPattern.ANY_INDEX, steps, depth);
    return named.or(() -> child(PathPattern.REST).flatMap(rest -> rest.rule));
  }

  private Optional<R> below(String part, List<DocumentPath.Step> steps, int depth) {
    return child(part).flatMap(next -> next.find(steps, depth + 1));
  }

  private Optional<PathTrie<R>> child(String part) {
    return Optional.ofNullable(children.get(part));
  }
}
