package dev.swarmha.document;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * One immutable tree: a mapping, a sequence or a scalar. Equality compares content only, never the
 * {@link Origin}; a mapping's key order is kept for display but does not count either.
 */
public sealed interface Document permits Mapping, Sequence, Scalar {

  /** Where this document was written, or {@link Origin#NONE}. */
  Origin origin();

  /** The same content with another origin. */
  Document withOrigin(Origin origin);

  static Scalar text(String value) {
    return new Scalar(value, Origin.NONE);
  }

  static Scalar number(long value) {
    return new Scalar(value, Origin.NONE);
  }

  static Scalar number(BigDecimal value) {
    return new Scalar(value, Origin.NONE);
  }

  static Scalar bool(boolean value) {
    return new Scalar(value, Origin.NONE);
  }

  static Scalar nothing() {
    return Scalar.NULL;
  }

  /** A sequence of texts. */
  static Sequence texts(List<String> values) {
    return Sequence.of(values.stream().map(Document::text).toList());
  }

  default Optional<Mapping> asMapping() {
    return this instanceof Mapping mapping ? Optional.of(mapping) : Optional.empty();
  }

  default Optional<Sequence> asSequence() {
    return this instanceof Sequence sequence ? Optional.of(sequence) : Optional.empty();
  }

  default Optional<Scalar> asScalar() {
    return this instanceof Scalar scalar ? Optional.of(scalar) : Optional.empty();
  }

  /** The text of a text scalar; empty for anything else, numbers included. */
  default Optional<String> asText() {
    return asScalar().flatMap(Scalar::textValue);
  }

  /** The value of a whole number that fits a {@code long}; empty for anything else. */
  default Optional<Long> asLong() {
    return asScalar().flatMap(Scalar::longValue);
  }

  default Optional<Boolean> asBoolean() {
    return asScalar().flatMap(Scalar::booleanValue);
  }

  default boolean isNull() {
    return this instanceof Scalar scalar && scalar.kind() == Scalar.Kind.NULL;
  }

  /** The document at a path below this one; empty where the path leads nowhere. */
  default Optional<Document> at(DocumentPath path) {
    Document here = this;
    for (DocumentPath.Step step : path.steps()) {
      Optional<Document> next = step.childOf(here);
      if (next.isEmpty()) {
        return Optional.empty();
      }
      here = next.get();
    }
    return Optional.of(here);
  }

  /** The document at a path of mapping keys below this one. */
  default Optional<Document> at(String... keys) {
    return at(DocumentPath.of(keys));
  }
}
