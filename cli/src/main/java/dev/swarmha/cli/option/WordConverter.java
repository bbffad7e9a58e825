package dev.swarmha.cli.option;

import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** One of a few words, each the text of a value. */
public final class WordConverter<T> implements ITypeConverter<T> {

  private final List<T> values;

  public WordConverter(List<T> values) {
    this.values = List.copyOf(values);
  }

  @Override
  public T convert(String text) {
    return values.stream()
        .filter(value -> value.toString().equals(text))
        .findFirst()
        .orElseThrow(() -> new TypeConversionException("expected one of " + words()));
  }

  private String words() {
    return values.stream().map(Object::toString).collect(Collectors.joining(", "));
  }
}
