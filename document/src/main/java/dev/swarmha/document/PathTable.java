package dev.swarmha.document;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Rules by path: behaviour that depends on where in a document something stands is one row here.
 * The most specific pattern that matches wins; the order of the rows never decides anything.
 *
 * @param <R> the rule
 */
public final class PathTable<R> {

  private final TreeMap<PathPattern, R> rows;
  private final PathTrie<R> trie = new PathTrie<>();

  private PathTable(Map<PathPattern, R> rows) {
    this.rows = new TreeMap<>(rows);
    rows.forEach(trie::add);
  }

  public static <R> Builder<R> builder() {
    return new Builder<>();
  }

  /** The rule for a path, if any row matches it. */
  public Optional<R> find(DocumentPath path) {
    return trie.find(path);
  }

  /** All rows, the most specific pattern first. */
  public Map<PathPattern, R> rows() {
    return Collections.unmodifiableMap(rows);
  }

  /** Collects rows; a pattern may be given once only. */
  public static final class Builder<R> {
    private final TreeMap<PathPattern, R> rows = new TreeMap<>();

    private Builder() {}

    /**
     * Adds one row.
     *
     * @throws IllegalArgumentException when the pattern already has a rule
     */
    public Builder<R> row(String pattern, R rule) {
      if (rows.put(PathPattern.parse(pattern), rule) != null) {
        throw new IllegalArgumentException("two rules for " + pattern);
      }
      return this;
    }

    /** Gives a pattern this rule, whatever rule it had before. */
    public Builder<R> set(String pattern, R rule) {
      rows.put(PathPattern.parse(pattern), rule);
      return this;
    }

    public PathTable<R> build() {
      return new PathTable<>(rows);
    }
  }
}
