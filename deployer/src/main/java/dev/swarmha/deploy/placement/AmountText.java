package dev.swarmha.deploy.placement;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Amounts as messages show them. What is needed is rounded up and what there is down, so that a
 * need never looks as if it were met.
 */
final class AmountText {

  private static final String[] UNITS = {"TiB", "GiB", "MiB", "KiB"};
  private static final int LARGEST_SHIFT = 40;
  private static final int THOUSAND = 10;
  private static final int NANO_DIGITS = 9;
  private static final int SHOWN_DIGITS = 3;

  private AmountText() {}

  static String memoryNeeded(long bytes) {
    return memory(bytes, RoundingMode.CEILING);
  }

  static String memoryThere(long bytes) {
    return memory(bytes, RoundingMode.FLOOR);
  }

  /** {@code 1.2 GiB}: the largest unit of which there is one at least. */
  private static String memory(long bytes, RoundingMode rounding) {
    int shift = LARGEST_SHIFT;
    for (String unit : UNITS) {
      if (Math.abs(bytes) >= 1L << shift) {
        BigDecimal amount =
            BigDecimal.valueOf(bytes).divide(BigDecimal.valueOf(1L << shift), 1, rounding);
        return plain(amount) + " " + unit;
      }
      shift -= THOUSAND;
    }
    return bytes == 0 ? "nothing" : bytes + " bytes";
  }

  /** {@code 0.5} for half a processor. */
  static String cpusNeeded(long nanos) {
    return cpus(nanos, RoundingMode.CEILING);
  }

  static String cpusThere(long nanos) {
    return cpus(nanos, RoundingMode.FLOOR);
  }

  private static String cpus(long nanos, RoundingMode rounding) {
    return plain(BigDecimal.valueOf(nanos, NANO_DIGITS).setScale(SHOWN_DIGITS, rounding));
  }

  private static String plain(BigDecimal amount) {
    return amount.stripTrailingZeros().toPlainString();
  }
}
