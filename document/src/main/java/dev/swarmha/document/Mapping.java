package dev.swarmha.document;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Documents by key, in the order in which they were written. Each key remembers its own origin, so
 * that a misspelt key can be pointed at.
 */
public record Mapping(Map<String, Document> entries, Map<String, Origin> keyOrigins, Origin origin)
    implements Document {

  private static final Mapping EMPTY = new Mapping(Map.of(), Map.of(), Origin.NONE);

  public Mapping {
    entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    keyOrigins = Map.copyOf(keyOrigins);
    requireNonNull(origin, "origin");
  }

  public static Mapping empty() {
    return EMPTY;
  }

  public static Mapping of(Map<String, ? extends Document> entries) {
    return new Mapping(new LinkedHashMap<>(entries), Map.of(), Origin.NONE);
  }

  public static Mapping of(String key, Document value) {
    return of(Map.of(key, value));
  }

  /** A mapping from texts to texts, such as labels. */
  public static Mapping ofTexts(Map<String, String> values) {
    Builder builder = builder();
    values.forEach((key, value) -> builder.put(key, Document.text(value)));
    return builder.build();
  }

  public static Builder builder() {
    return new Builder();
  }

  public Optional<Document> get(String key) {
    return Optional.ofNullable(entries.get(key));
  }

  public boolean has(String key) {
    return entries.containsKey(key);
  }

  public boolean isEmpty() {
    return entries.isEmpty();
  }

  public Set<String> keys() {
    return entries.keySet();
  }

  /** Where the key was written; the origin of its value where that is not known. */
  public Origin keyOrigin(String key) {
    Origin known = keyOrigins.get(key);
    if (known != null) {
      return known;
    }
    return get(key).map(Document::origin).orElse(origin);
  }

  /** The mapping under a key; the empty mapping where there is none. */
  public Mapping mapping(String key) {
    return get(key).flatMap(Document::asMapping).orElse(EMPTY);
  }

  /** The sequence under a key; the empty sequence where there is none. */
  public Sequence sequence(String key) {
    return get(key).flatMap(Document::asSequence).orElseGet(Sequence::of);
  }

  public Optional<String> text(String key) {
    return get(key).flatMap(Document::asText);
  }

  public Optional<Long> number(String key) {
    return get(key).flatMap(Document::asLong);
  }

  /** The entries whose values are texts, such as labels read from an Engine. */
  public Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    entries.forEach((key, value) -> value.asText().ifPresent(text -> texts.put(key, text)));
    return Collections.unmodifiableMap(texts);
  }

  /** This mapping with one entry set; an entry that is replaced keeps its place. */
  public Mapping with(String key, Document value) {
    Map<String, Document> changed = new LinkedHashMap<>(entries);
    changed.put(key, value);
    return new Mapping(changed, keyOrigins, origin);
  }

  public Mapping without(String key) {
    if (!has(key)) {
      return this;
    }
    Map<String, Document> changed = new LinkedHashMap<>(entries);
    changed.remove(key);
    Map<String, Origin> origins = new LinkedHashMap<>(keyOrigins);
    origins.remove(key);
    return new Mapping(changed, origins, origin);
  }

  /**
   * This mapping with the document at a path of keys set; mappings that are missing on the way are
   * made.
   *
   * @throws IllegalArgumentException when the path is empty or passes through a sequence
   */
  public Mapping withAt(DocumentPath path, Document value) {
    String key = path.firstKey();
    DocumentPath rest = path.afterFirst();
    return with(key, rest.isRoot() ? value : mapping(key).withAt(rest, value));
  }

  /** The same keys, in the same order, with each value replaced. */
  public Mapping map(BiFunction<String, Document, Document> change) {
    Map<String, Document> changed = new LinkedHashMap<>();
    entries.forEach((key, value) -> changed.put(key, change.apply(key, value)));
    return new Mapping(changed, keyOrigins, origin);
  }

  @Override
  public Mapping withOrigin(Origin origin) {
    return new Mapping(entries, keyOrigins, origin);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Mapping that && entries.equals(that.entries);
  }

  @Override
  public int hashCode() {
    return entries.hashCode();
  }

  @Override
  public String toString() {
    return entries.toString();
  }

  /** Collects entries in order; setting a key twice keeps the later value in the first place. */
  public static final class Builder {
    private final Map<String, Document> entries = new LinkedHashMap<>();
    private final Map<String, Origin> keyOrigins = new LinkedHashMap<>();

    private Builder() {}

    public Builder put(String key, Document value) {
      entries.put(requireNonNull(key, "key"), requireNonNull(value, "value"));
      return this;
    }

    public Builder put(String key, Origin keyOrigin, Document value) {
      keyOrigins.put(key, keyOrigin);
      return put(key, value);
    }

    public Builder put(String key, String value) {
      return put(key, Document.text(value));
    }

    public Builder put(String key, long value) {
      return put(key, Document.number(value));
    }

    public Builder put(String key, boolean value) {
      return put(key, Document.bool(value));
    }

    public Builder putIfPresent(String key, Optional<? extends Document> value) {
      value.ifPresent(present -> put(key, present));
      return this;
    }

    public Builder putAll(Mapping other) {
      entries.putAll(other.entries);
      keyOrigins.putAll(other.keyOrigins);
      return this;
    }

    public Mapping build() {
      return build(Origin.NONE);
    }

    public Mapping build(Origin origin) {
      return new Mapping(entries, keyOrigins, origin);
    }
  }
}
