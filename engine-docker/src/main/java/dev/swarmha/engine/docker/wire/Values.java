package dev.swarmha.engine.docker.wire;

import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.ObjectVersion;
import dev.swarmha.engine.ResourceId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How single values are written on the wire; what is missing or unreadable reads as nothing. */
final class Values {

  private Values() {}

  static String text(Mapping mapping, String... keys) {
    return mapping.at(keys).flatMap(Document::asText).orElse("");
  }

  static Optional<ResourceId> id(Mapping mapping, String key) {
    return mapping.text(key).filter(text -> !text.isEmpty()).map(ResourceId::new);
  }

  static ResourceId requiredId(Mapping mapping, String key) {
    return id(mapping, key)
        .orElseThrow(() -> new IllegalStateException("the Engine gave an object without " + key));
  }

  static ObjectVersion version(Mapping object) {
    return object
        .at("Version", "Index")
        .flatMap(Document::asLong)
        .map(ObjectVersion::new)
        .orElse(ObjectVersion.NONE);
  }

  /** Engines write UTC for swarm objects and the host's own offset for networks. */
  static Instant instant(Mapping mapping, String... keys) {
    try {
      return OffsetDateTime.parse(text(mapping, keys)).toInstant();
    } catch (DateTimeParseException e) {
      return Instant.EPOCH;
    }
  }

  /** The constant that a lower-case word names, or the one for words that are not known. */
  static <E extends Enum<E>> E constant(String word, E unknown) {
    String name = word.toUpperCase(Locale.ROOT);
    return Arrays.stream(unknown.getDeclaringClass().getEnumConstants())
        .filter(constant -> constant.name().equals(name))
        .findFirst()
        .orElse(unknown);
  }
}
