package dev.swarmha.document;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The way from a root to a document below it: mapping keys and sequence positions. */
public record DocumentPath(List<Step> steps) {

  private static final DocumentPath ROOT = new DocumentPath(List.of());

  /** One step down a tree. */
  public sealed interface Step {

    /** What this step leads to from a document; empty where it leads nowhere. */
    Optional<Document> childOf(Document parent);

    /** Into a mapping. */
    record Key(String name) implements Step {
      public Key {
        requireNonNull(name, "name");
      }

      @Override
      public Optional<Document> childOf(Document parent) {
        return parent.asMapping().flatMap(mapping -> mapping.get(name));
      }

      @Override
      public String toString() {
        return name;
      }
    }

    /** Into a sequence, counted from 0. */
    record Index(int position) implements Step {

      @Override
      public Optional<Document> childOf(Document parent) {
        return parent
            .asSequence()
            .filter(sequence -> position >= 0 && position < sequence.size())
            .map(sequence -> sequence.items().get(position));
      }

      @Override
      public String toString() {
        return String.valueOf(position);
      }
    }
  }

  public DocumentPath {
    steps = List.copyOf(steps);
  }

  public static DocumentPath root() {
    return ROOT;
  }

  /** A path of mapping keys, each taken as it is: a dot in a key is part of that key. */
  public static DocumentPath of(String... keys) {
    return new DocumentPath(Stream.of(keys).<Step>map(Step.Key::new).toList());
  }

  public DocumentPath child(String key) {
    return append(new Step.Key(key));
  }

  public DocumentPath child(int index) {
    return append(new Step.Index(index));
  }

  private DocumentPath append(Step step) {
    List<Step> longer = new ArrayList<>(steps);
    longer.add(step);
    return new DocumentPath(longer);
  }

  public boolean isRoot() {
    return steps.isEmpty();
  }

  /** The path without its last step; empty for the root. */
  public Optional<DocumentPath> parent() {
    return isRoot()
        ? Optional.empty()
        : Optional.of(new DocumentPath(steps.subList(0, steps.size() - 1)));
  }

  /** The last key or position as text; empty for the root. */
  public Optional<String> last() {
    return isRoot() ? Optional.empty() : Optional.of(steps.get(steps.size() - 1).toString());
  }

  /** Whether this path is the other or lies below it. */
  public boolean startsWith(DocumentPath other) {
    return steps.size() >= other.steps.size()
        && steps.subList(0, other.steps.size()).equals(other.steps);
  }

  String firstKey() {
    if (!isRoot() && steps.get(0) instanceof Step.Key key) {
      return key.name();
    }
    throw new IllegalArgumentException("the path must begin with a key: " + this);
  }

  DocumentPath afterFirst() {
    return new DocumentPath(steps.subList(1, steps.size()));
  }

  /** Dotted, as the docker CLI writes paths in its errors: {@code services.web.ports.0}. */
  @Override
  public String toString() {
    return steps.stream().map(Step::toString).collect(Collectors.joining("."));
  }
}
