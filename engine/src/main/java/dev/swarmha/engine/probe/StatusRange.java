package dev.swarmha.engine.probe;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The HTTP status codes that count as healthy, both ends included. */
public record StatusRange(int lowest, int highest) {

  /** Any 2xx status. */
  public static final StatusRange SUCCESS = new StatusRange(200, 299);

  private static final Pattern TEXT = Pattern.compile("([1-5]\\d\\d)(?:-([1-5]\\d\\d))?");

  public StatusRange {
    if (lowest > highest) {
      throw new IllegalArgumentException("a status range must not end before it begins");
    }
  }

  /**
   * Reads {@code 200} or {@code 200-299}.
   *
   * @throws IllegalArgumentException when the text is neither
   */
  public static StatusRange parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("expected a status such as 200 or 200-299");
    }
    int lowest = Integer.parseInt(matcher.group(1));
    String end = matcher.group(2);
    return new StatusRange(lowest, end == null ? lowest : Integer.parseInt(end));
  }

  public boolean contains(int status) {
    return status >= lowest && status <= highest;
  }

  @Override
  public String toString() {
    return lowest == highest ? String.valueOf(lowest) : lowest + "-" + highest;
  }
}
