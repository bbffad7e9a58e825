package dev.swarmha.cli.output;

import static java.util.Objects.requireNonNull;

import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One property of the records in a list.
 *
 * @param key its name for machines
 * @param value its value for machines
 * @param header its heading for people; empty where it is for machines alone
 * @param cell its value for people
 * @param paint what the value means, in colour
 */
public record Column<T>(
    String key,
    Function<T, Document> value,
    Optional<String> header,
    Function<T, String> cell,
    Function<T, Paint> paint) {

  public Column {
    requireNonNull(key, "key");
    requireNonNull(value, "value");
    requireNonNull(header, "header");
    requireNonNull(cell, "cell");
    requireNonNull(paint, "paint");
  }

  /** A value without a colour. */
  public Column(
      String key, Function<T, Document> value, Optional<String> header, Function<T, String> cell) {
    this(key, value, header, cell, each -> Paint.PLAIN);
  }

  /** A text that people and machines read alike. */
  public static <T> Column<T> text(String key, Function<T, String> value) {
    return new Column<>(key, value.andThen(Document::text), headerOf(key), value);
  }

  /** A text that may be missing: an empty cell, and null for machines. */
  public static <T> Column<T> optional(String key, Function<T, Optional<String>> value) {
    return new Column<>(
        key,
        record -> value.apply(record).<Document>map(Document::text).orElse(Document.nothing()),
        headerOf(key),
        record -> value.apply(record).orElse(""));
  }

  public static <T> Column<T> number(String key, Function<T, Number> value) {
    return new Column<>(
        key,
        record -> Document.number(value.apply(record).longValue()),
        headerOf(key),
        record -> value.apply(record).toString());
  }

  /** A number that may be missing: an empty cell, and null for machines. */
  public static <T> Column<T> optionalNumber(String key, Function<T, Optional<Integer>> value) {
    return new Column<>(
        key,
        record -> value.apply(record).<Document>map(Document::number).orElse(Document.nothing()),
        headerOf(key),
        record -> value.apply(record).map(String::valueOf).orElse(""));
  }

  /** A list of texts, separated by commas for people. */
  public static <T> Column<T> texts(String key, Function<T, List<String>> value) {
    return new Column<>(
        key,
        record -> Document.texts(value.apply(record)),
        headerOf(key),
        record -> String.join(", ", value.apply(record)));
  }

  /** Texts by key: {@code key=value} for people, an object for machines. */
  public static <T> Column<T> textMap(String key, Function<T, Map<String, String>> value) {
    return new Column<>(
        key,
        record -> Mapping.ofTexts(value.apply(record)),
        headerOf(key),
        record ->
            value.apply(record).entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(", ")));
  }

  /** The same property, shown otherwise to people. */
  public Column<T> shownAs(Function<T, String> shown) {
    return new Column<>(key, value, header, shown, paint);
  }

  /** The same property, whose colour says to people how it stands. */
  public Column<T> painted(Function<T, Paint> colour) {
    return new Column<>(key, value, header, cell, colour);
  }

  public Column<T> headed(String heading) {
    return new Column<>(key, value, Optional.of(heading), cell, paint);
  }

  /** The same property, for machines alone. */
  public Column<T> hidden() {
    return new Column<>(key, value, Optional.empty(), cell, paint);
  }

  /** The value of a record for people, in its colour. */
  Cell shown(T each) {
    return new Cell(cell.apply(each), paint.apply(each));
  }

  /** {@code desiredState} to {@code DESIRED STATE}. */
  private static Optional<String> headerOf(String key) {
    return Optional.of(key.replaceAll("(?=[A-Z])", " ").toUpperCase(Locale.ROOT));
  }
}
