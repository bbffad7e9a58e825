package dev.swarmha.stack.validate;

import dev.swarmha.document.Document;
import dev.swarmha.document.Scalar;
import dev.swarmha.stack.value.ValueException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** What a value of the right type must be beyond that. */
@FunctionalInterface
interface Check {

  Check NONE = value -> {};

  /** As long as a path may be: Linux's PATH_MAX. */
  int LONGEST = 4_096;

  /**
   * Looks at a value.
   *
   * @throws ValueException when it will not do
   */
  void check(Document value);

  /** Texts must be readable by a parser; other types pass. */
  static Check readable(Consumer<String> parser) {
    return value ->
        value
            .asText()
            .ifPresent(
                text -> {
                  requireShort(text);
                  parser.accept(text);
                });
  }

  /** Texts of any length must be readable by a parser, which takes its time by their length. */
  static Check readableAtLength(Consumer<String> parser) {
    return value -> value.asText().ifPresent(parser);
  }

  /** No name, path or number is so long; patterns could take minutes to find that out. */
  static void requireShort(String text) {
    if (text.length() > LONGEST) {
      throw new ValueException("must not be longer than " + LONGEST + " characters");
    }
  }

  /** Texts must be one of some words, in any case. */
  static Check oneOf(String... words) {
    List<String> known = List.of(words);
    return readable(
        text -> {
          if (!known.contains(text.toLowerCase(Locale.ROOT))) {
            String list = String.join(", ", known);
            throw new ValueException(
                "\"" + text + "\" is not one of " + list, Suggestion.hint(text, known));
          }
        });
  }

  /** The same, where docker takes an empty text for none. */
  static Check oneOfOrEmpty(String... words) {
    Check known = oneOf(words);
    return value -> {
      if (!value.asText().filter(String::isEmpty).isPresent()) {
        known.check(value);
      }
    };
  }

  static Check matches(Pattern pattern, String message, String hint) {
    return readable(
        text -> {
          if (!pattern.matcher(text).matches()) {
            throw new ValueException("\"" + text + "\" " + message, hint);
          }
        });
  }

  /** Numbers must lie between two others, both included. */
  static Check between(long lowest, long highest) {
    String range =
        highest == Long.MAX_VALUE ? "at least " + lowest : "from " + lowest + " to " + highest;
    return value ->
        value
            .asScalar()
            .flatMap(Scalar::decimalValue)
            .filter(number -> isOutside(number, lowest, highest))
            .ifPresent(
                number -> {
                  throw new ValueException("must be " + range + ", not " + number.toPlainString());
                });
  }

  private static boolean isOutside(BigDecimal number, long lowest, long highest) {
    return number.compareTo(BigDecimal.valueOf(lowest)) < 0
        || number.compareTo(BigDecimal.valueOf(highest)) > 0;
  }

  static Check notNegative() {
    return between(0, Long.MAX_VALUE);
  }
}
