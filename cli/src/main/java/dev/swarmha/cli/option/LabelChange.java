package dev.swarmha.cli.option;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A label to set ({@code key=value}), or to remove ({@code key-}). */
public record LabelChange(String key, Optional<String> value) {

  public LabelChange {
    requireNonNull(key, "key");
    requireNonNull(value, "value");
  }

  /** The labels to set; of two values for one key the later counts. */
  public static Map<String, String> toSet(List<LabelChange> changes) {
    Map<String, String> labels = new TreeMap<>();
    changes.forEach(change -> change.value().ifPresent(value -> labels.put(change.key(), value)));
    return labels;
  }

  /** The keys of the labels to remove. */
  public static Set<String> toRemove(List<LabelChange> changes) {
    Set<String> keys = new TreeSet<>();
    changes.stream()
        .filter(change -> change.value().isEmpty())
        .forEach(each -> keys.add(each.key()));
    return keys;
  }

  /** Reads both forms. */
  public static final class Converter implements ITypeConverter<LabelChange> {
    @Override
    public LabelChange convert(String text) {
      int equals = text.indexOf('=');
      if (equals > 0) {
        return new LabelChange(text.substring(0, equals), Optional.of(text.substring(equals + 1)));
      }
      if (equals < 0 && text.length() > 1 && text.endsWith("-")) {
        return new LabelChange(text.substring(0, text.length() - 1), Optional.empty());
      }
      throw new TypeConversionException("expected key=value, or key- to remove a label");
    }
  }
}
