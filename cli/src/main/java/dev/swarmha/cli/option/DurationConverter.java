package dev.swarmha.cli.option;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Durations in the form that Go, and so every tool around Docker, reads. */
public final class DurationConverter implements ITypeConverter<Duration> {

  private static final String PART_FORM = "(\\d+(?:\\.\\d*)?|\\.\\d+)(h|ms|m|s)";
  private static final Pattern PART = Pattern.compile(PART_FORM);
  private static final Pattern FORM = Pattern.compile("(?:" + PART_FORM + ")+");

  @Override
  public Duration convert(String text) {
    if (text.equals("0")) {
      return Duration.ZERO;
    }
    if (!FORM.matcher(text).matches()) {
      throw new TypeConversionException(
          "'" + text + "' is not a duration; write it like 30s, 5m, 1h30m or 500ms");
    }
    BigDecimal millis = BigDecimal.ZERO;
    Matcher part = PART.matcher(text);
    while (part.find()) {
      BigDecimal unit = BigDecimal.valueOf(millisOf(part.group(2)));
      millis = millis.add(new BigDecimal(part.group(1)).multiply(unit));
    }
    try {
      return Duration.ofMillis(millis.toBigInteger().longValueExact());
    } catch (ArithmeticException tooLong) {
      throw new TypeConversionException("'" + text + "' is too long a duration");
    }
  }

  private static long millisOf(String unit) {
    return switch (unit) {
      case "h" -> Duration.ofHours(1).toMillis();
      case "m" -> Duration.ofMinutes(1).toMillis();
      case "s" -> Duration.ofSeconds(1).toMillis();
      default -> 1;
    };
  }
}
