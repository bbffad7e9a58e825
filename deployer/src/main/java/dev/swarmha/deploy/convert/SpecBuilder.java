package dev.swarmha.deploy.convert;

import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Sequence;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Collects the members of a spec and leaves out what is empty, as Go's {@code omitempty} does for
 * the docker CLI. Members that are sent even when empty go through {@link #always}.
 */
final class SpecBuilder {

  private final Mapping.Builder members = Mapping.builder();

  SpecBuilder always(String key, Document value) {
    members.put(key, value);
    return this;
  }

  SpecBuilder always(String key, String value) {
    return always(key, Document.text(value));
  }

  SpecBuilder always(String key, long value) {
    return always(key, Document.number(value));
  }

  SpecBuilder always(String key, boolean value) {
    return always(key, Document.bool(value));
  }

  SpecBuilder text(String key, Optional<String> value) {
    value.filter(text -> !text.isEmpty()).ifPresent(text -> members.put(key, text));
    return this;
  }

  SpecBuilder number(String key, Optional<Long> value) {
    value.filter(number -> number != 0).ifPresent(number -> members.put(key, number));
    return this;
  }

  /** A number that is sent as it is given, 0 included. */
  SpecBuilder given(String key, Optional<Long> value) {
    value.ifPresent(number -> members.put(key, number));
    return this;
  }

  /** A duration in nanoseconds. */
  SpecBuilder duration(String key, Optional<Duration> value) {
    return number(key, value.map(Duration::toNanos));
  }

  SpecBuilder givenDuration(String key, Optional<Duration> value) {
    return given(key, value.map(Duration::toNanos));
  }

  /** A truth value that is left out when it is false. */
  SpecBuilder flag(String key, boolean value) {
    return value ? always(key, true) : this;
  }

  SpecBuilder texts(String key, List<String> values) {
    return values.isEmpty() ? this : always(key, Document.texts(values));
  }

  SpecBuilder textsByName(String key, Map<String, String> values) {
    return values.isEmpty() ? this : always(key, Mapping.ofTexts(values));
  }

  SpecBuilder list(String key, List<? extends Document> values) {
    return values.isEmpty() ? this : always(key, Sequence.of(values));
  }

  SpecBuilder document(String key, Optional<? extends Document> value) {
    members.putIfPresent(key, value);
    return this;
  }

  Mapping build() {
    return members.build();
  }
}
