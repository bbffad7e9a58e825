package dev.swarmha.stack.model;

import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Origin;
import dev.swarmha.document.Scalar;
import dev.swarmha.stack.value.GoDuration;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/** The members of one mapping of a valid file in its long form, by type. */
record Fields(Mapping mapping) {

  Optional<String> text(String key) {
    return mapping.text(key).filter(text -> !text.isEmpty());
  }

  /** Where a member stands; where the mapping does, if it has none of this name. */
  Origin originOf(String key) {
    return mapping.get(key).map(Document::origin).orElse(mapping.origin());
  }

  boolean flag(String key) {
    return truth(key).orElse(false);
  }

  Optional<Boolean> truth(String key) {
    return mapping.get(key).flatMap(Document::asBoolean);
  }

  /** A number, without its fraction. */
  Optional<Long> number(String key) {
    return decimal(key).map(BigDecimal::longValue);
  }

  Optional<Integer> smallNumber(String key) {
    return decimal(key).map(BigDecimal::intValue);
  }

  Optional<BigDecimal> decimal(String key) {
    return mapping.get(key).flatMap(Document::asScalar).flatMap(Scalar::decimalValue);
  }

  Optional<Duration> duration(String key) {
    return text(key).map(GoDuration::parse);
  }

  List<String> texts(String key) {
    return mapping.sequence(key).texts().toList();
  }

  Map<String, String> textsByName(String key) {
    return mapping.mapping(key).texts();
  }

  Optional<Fields> section(String key) {
    return mapping.get(key).flatMap(Document::asMapping).map(Fields::new);
  }

  /** The mapping under a key, or none of its members. */
  Fields sectionOrNone(String key) {
    return new Fields(mapping.mapping(key));
  }

  Stream<Fields> sections(String key) {
    return mapping.sequence(key).mappings().map(Fields::new);
  }

  /** What stands under each key of a mapping of mappings, in order. */
  <T> Map<String, T> each(String key, Function<Fields, T> bind) {
    return eachNamed(key, (name, entry) -> bind.apply(entry));
  }

  /** The same, for those who must know by which key. */
  <T> Map<String, T> eachNamed(String key, BiFunction<String, Fields, T> bind) {
    Map<String, T> bound = new LinkedHashMap<>();
    mapping
        .mapping(key)
        .entries()
        .forEach(
            (name, entry) ->
                bound.put(
                    name, bind.apply(name, new Fields(entry.asMapping().orElse(Mapping.empty())))));
    return bound;
  }
}
