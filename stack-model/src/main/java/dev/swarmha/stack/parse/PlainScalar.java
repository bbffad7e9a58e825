package dev.swarmha.stack.parse;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an unquoted, untagged scalar is: YAML 1.2's core schema with the leftovers of YAML 1.1 that
 * go-yaml v3 keeps ({@code resolve.go}). {@code yes} and {@code 22:22} are texts, {@code 017} is
 * 15.
 */
final class PlainScalar {

  private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");
  private static final Set<String> TRUE = Set.of("true", "True", "TRUE");
  private static final Set<String> FALSE = Set.of("false", "False", "FALSE");
  private static final Pattern NOT_FINITE =
      Pattern.compile("[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN)");
  private static final Pattern FLOAT =
      Pattern.compile("[-+]?(?:\\.[0-9]+|[0-9]+(?:\\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?");
  private static final Pattern INTEGER =
      Pattern.compile(
          "(?<sign>[-+]?)(?:0[xX](?<hex>[0-9a-fA-F]+)|0[bB](?<binary>[01]+)|0[oO](?<octal>[0-7]+)"
              + "|(?<old>0[0-7]*)|(?<decimal>[1-9][0-9]*))");
  private static final BigInteger HIGHEST =
      BigInteger.ONE.shiftLeft(Long.SIZE).subtract(BigInteger.ONE);
  private static final BigInteger LOWEST = BigInteger.valueOf(Long.MIN_VALUE);

  private PlainScalar() {}

  /** Whether the text means infinity or not-a-number, which no document can hold. */
  static boolean isNotFinite(String text) {
    return NOT_FINITE.matcher(text).matches();
  }

  /** The value that a document holds for the text. */
  static @Nullable Object valueOf(String text) {
    if (NULLS.contains(text)) {
      return null;
    }
    if (TRUE.contains(text) || FALSE.contains(text)) {
      return TRUE.contains(text);
    }
    Optional<String> time = GoTimestamp.print(text);
    if (time.isPresent()) {
      return time.get();
    }
    // Underscores may separate digits.
    boolean number = !text.isEmpty() && "+-.0123456789".indexOf(text.charAt(0)) >= 0;
    String digits = number ? text.replace("_", "") : text;
    Optional<Object> whole = number ? integer(digits) : Optional.empty();
    return whole.or(() -> decimal(digits)).orElse(text);
  }

  private static Optional<Object> integer(String digits) {
    Matcher matcher = INTEGER.matcher(digits);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    boolean negative = matcher.group("sign").equals("-");
    return magnitude(matcher)
        .map(value -> negative ? value.negate() : value)
        .filter(value -> value.compareTo(LOWEST) >= 0 && value.compareTo(HIGHEST) <= 0)
        .map(value -> value);
  }

  private static Optional<BigInteger> magnitude(Matcher matcher) {
    if (matcher.group("hex") != null) {
      return number(matcher.group("hex"), 16);
    }
    if (matcher.group("binary") != null) {
      return number(matcher.group("binary"), 2);
    }
    if (matcher.group("octal") != null) {
      return number(matcher.group("octal"), 8);
    }
    return matcher.group("old") != null
        ? number(matcher.group("old"), 8)
        : number(matcher.group("decimal"), 10);
  }

  /** A whole number, unless it has more digits than any of 64 bits: to read them takes long. */
  private static Optional<BigInteger> number(String digits, int radix) {
    String significant = digits.replaceFirst("^0+(?=.)", "");
    return significant.length() > Long.SIZE
        ? Optional.empty()
        : Optional.of(new BigInteger(significant, radix));
  }

  private static Optional<Object> decimal(String digits) {
    if (!FLOAT.matcher(digits).matches()) {
      return Optional.empty();
    }
    double value = Double.parseDouble(digits.toLowerCase(Locale.ROOT));
    if (Double.isInfinite(value)) {
      return Optional.empty();
    }
    return Optional.of(isNegativeZero(value) ? value : new BigDecimal(String.valueOf(value)));
  }

  private static boolean isNegativeZero(double value) {
    return value == 0 && 1 / value < 0;
  }
}
