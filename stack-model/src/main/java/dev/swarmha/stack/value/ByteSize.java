package dev.swarmha.stack.value;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount of memory or storage. Units are always binary, as in the go-units library: {@code 1kB}
 * is 1024 bytes.
 */
public record ByteSize(long bytes) {

  private static final Pattern TEXT =
      Pattern.compile(
          "([0-9_.]+(?:[eE][+-]?\\d+)?) ?(?:([kmgtp])?(?:i?b)?)", Pattern.CASE_INSENSITIVE);
  private static final String UNITS = "kmgtp";

  /**
   * Reads {@code 512M}, {@code 1.5 GiB} or {@code 1024}.
   *
   * @throws ValueException when the text is none of the kind
   */
  public static ByteSize parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches() || text.toLowerCase(Locale.ROOT).matches("[0-9_.]+ ?ib")) {
      throw invalid(text);
    }
    String unit = matcher.group(2);
    int thousands = unit == null ? 0 : UNITS.indexOf(unit.toLowerCase(Locale.ROOT)) + 1;
    try {
      BigDecimal count = new BigDecimal(matcher.group(1).replace("_", ""));
      BigDecimal factor = BigDecimal.valueOf(1L << (10 * thousands));
      return new ByteSize(count.multiply(factor).toBigInteger().longValueExact());
    } catch (ArithmeticException | NumberFormatException wrong) {
      throw invalid(text);
    }
  }

  private static ValueException invalid(String text) {
    return new ValueException("\"" + text + "\" is not a size", "such as 512M or 1.5G");
  }
}
