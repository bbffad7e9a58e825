package dev.swarmha.stack.parse;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates and times, which go-yaml turns into Go's {@code time.Time} and the docker CLI then prints
 * in Go's own way: an unquoted {@code 2001-12-14} ends as {@code 2001-12-14 00:00:00 +0000 UTC}.
 */
final class GoTimestamp {

  private static final Pattern TEXT =
      Pattern.compile(
          "(\\d{4})-(\\d{1,2})-(\\d{1,2})"
              + "(?:(?<separator>[Tt ])(\\d{1,2}):(\\d{1,2}):(\\d{1,2})(?:[.,](?<fraction>\\d+))?"
              + "(?<zone>Z|(?<sign>[+-])(?<hours>\\d{2}):(?<minutes>\\d{2}))?)?");

  private static final DateTimeFormatter PRINTED =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  private static final int NANOSECONDS = 9;
  private static final int MINUTES_OF_A_DAY = 24 * 60;

  private GoTimestamp() {}

  /** How Go prints the text, if it is a date or a time. */
  static Optional<String> print(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    // With a blank there must be no zone, with a T there must be one.
    boolean blank = " ".equals(matcher.group("separator"));
    boolean timed = matcher.group("separator") != null;
    if (timed && blank == (matcher.group("zone") != null)) {
      return Optional.empty();
    }
    return time(matcher).map(date -> date + fraction(matcher.group("fraction")) + zone(matcher));
  }

  private static Optional<String> time(Matcher matcher) {
    try {
      LocalDateTime time =
          LocalDateTime.of(
              number(matcher.group(1)),
              number(matcher.group(2)),
              number(matcher.group(3)),
              number(matcher.group(5)),
              number(matcher.group(6)),
              number(matcher.group(7)));
      return Optional.of(time.format(PRINTED));
    } catch (DateTimeException noSuchTime) {
      return Optional.empty();
    }
  }

  private static int number(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  /** Go keeps nanoseconds. */
  private static String fraction(@Nullable String digits) {
    String written = digits == null ? "" : digits;
    String kept = written.substring(0, Math.min(NANOSECONDS, written.length()));
    kept = kept.replaceFirst("0+$", "");
    return kept.isEmpty() ? "" : "." + kept;
  }

  /**
   * The zone as Go prints one without a name.
   *
   * @throws IllegalArgumentException for a day or more, at which docker's JSON stops
   */
  private static String zone(Matcher matcher) {
    int minutes = 60 * number(matcher.group("hours")) + number(matcher.group("minutes"));
    if (minutes == 0) {
      return " +0000 UTC";
    }
    if (minutes >= MINUTES_OF_A_DAY) {
      throw new IllegalArgumentException("the time zone is a day or more away");
    }
    String offset =
        String.format(Locale.ROOT, "%s%02d%02d", matcher.group("sign"), minutes / 60, minutes % 60);
    return " " + offset + " " + offset;
  }
}
