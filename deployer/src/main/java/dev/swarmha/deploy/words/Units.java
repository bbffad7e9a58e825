package dev.swarmha.deploy.words;

import java.math.BigDecimal;

/** Amounts as people write them in stack files; reading the text gives exactly the amount back. */
final class Units {

  private static final String[] DURATIONS = {"h", "m", "s", "ms", "us", "ns"};
  private static final long[] NANOS = {
    3_600_000_000_000L, 60_000_000_000L, 1_000_000_000L, 1_000_000L, 1_000L, 1L
  };
  private static final String[] SIZES = {"T", "G", "M", "K"};
  private static final int LARGEST_SHIFT = 40;
  private static final int THOUSAND = 10;
  private static final int NANO_DIGITS = 9;

  private Units() {}

  /** {@code 1m30s} for 90 seconds. */
  static String duration(long nanos) {
    StringBuilder text = new StringBuilder(nanos < 0 ? "-" : "");
    long rest = nanos;
    for (int i = 0; i < NANOS.length; i++) {
      long count = rest / NANOS[i];
      rest -= count * NANOS[i];
      if (count != 0) {
        text.append(Math.abs(count)).append(DURATIONS[i]);
      }
    }
    return nanos == 0 ? "0s" : text.toString();
  }

  /** {@code 64M}: the largest binary unit that leaves a whole number. */
  static String bytes(long bytes) {
    int shift = LARGEST_SHIFT;
    for (String unit : SIZES) {
      if (bytes != 0 && bytes % (1L << shift) == 0) {
        return (bytes >> shift) + unit;
      }
      shift -= THOUSAND;
    }
    return String.valueOf(bytes);
  }

  /** {@code 0.5} for half a CPU. */
  static String cpus(long nanos) {
    return BigDecimal.valueOf(nanos, NANO_DIGITS).stripTrailingZeros().toPlainString();
  }
}
