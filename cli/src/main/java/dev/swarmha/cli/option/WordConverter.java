package dev.swarmha.cli.option;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** One of a few values, each typed as its name in lower case. */
public final class WordConverter<E extends Enum<E>> implements ITypeConverter<E> {

  private final Map<String, E> values = new LinkedHashMap<>();

  public WordConverter(List<E> values) {
    values.forEach(value -> this.values.put(value.name().toLowerCase(Locale.ROOT), value));
  }

  /** What can be typed, in the order of the values. */
  List<String> words() {
    return List.copyOf(values.keySet());
  }

  @Override
  public E convert(String text) {
    return Optional.ofNullable(values.get(text))
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "expected "
                        + (values.size() == 1 ? "" : "one of ")
                        + String.join(", ", values.keySet())));
  }
}
