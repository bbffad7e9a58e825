package dev.swarmha.engine.probe;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The HTTP status codes that count as healthy, as one or more ranges. */
public record StatusRanges(List<StatusRange> ranges) {

  /** Any 2xx status. */
  public static final StatusRanges SUCCESS = of(StatusRange.SUCCESS);

  private static final String SEPARATOR = ",";

  public StatusRanges {
    ranges = List.copyOf(ranges);
    if (ranges.isEmpty()) {
      throw new IllegalArgumentException("no status would ever be healthy");
    }
  }

  public static StatusRanges of(StatusRange... ranges) {
    return new StatusRanges(List.of(ranges));
  }

  /**
   * Reads {@code 200}, {@code 200-299} or {@code 200-299,301}.
   *
   * @throws IllegalArgumentException when the text is none of these
   */
  public static StatusRanges parse(String text) {
    return new StatusRanges(
        Stream.of(text.split(SEPARATOR, -1)).map(String::strip).map(StatusRange::parse).toList());
  }

  public boolean contains(int status) {
    return ranges.stream().anyMatch(range -> range.contains(status));
  }

  @Override
  public String toString() {
    return ranges.stream().map(StatusRange::toString).collect(Collectors.joining(SEPARATOR));
  }
}
