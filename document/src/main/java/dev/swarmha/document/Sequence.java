package dev.swarmha.document;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An ordered list of documents. */
public record Sequence(List<Document> items, Origin origin) implements Document {

  public Sequence {
    items = List.copyOf(items);
    requireNonNull(origin, "origin");
  }

  public static Sequence of(List<? extends Document> items) {
    return new Sequence(List.copyOf(items), Origin.NONE);
  }

  public static Sequence of(Document... items) {
    return new Sequence(List.of(items), Origin.NONE);
  }

  public int size() {
    return items.size();
  }

  public boolean isEmpty() {
    return items.isEmpty();
  }

  public Stream<Document> stream() {
    return items.stream();
  }

  /** The items that are mappings, in order; others are passed over. */
  public Stream<Mapping> mappings() {
    return items.stream().flatMap(item -> item.asMapping().stream());
  }

  /** The items that are texts, in order; others are passed over. */
  public Stream<String> texts() {
    return items.stream().flatMap(item -> item.asText().stream());
  }

  @Override
  public Sequence withOrigin(Origin origin) {
    return new Sequence(items, origin);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Sequence that && items.equals(that.items);
  }

  @Override
  public int hashCode() {
    return items.hashCode();
  }

  @Override
  public String toString() {
    return items.toString();
  }
}
