package dev.swarmha.deploy.export;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Address pools, {@code 10.0.1.0/24}. */
final class Subnet {

  private static final Pattern IPV4 =
      Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})/(\\d{1,2})");
  private static final Pattern IPV6_NETWORK = Pattern.compile("([0-9a-f:]*::)/\\d{1,3}");
  private static final int PARTS = 4;
  private static final int BITS = 8;
  private static final int ALL_BITS = PARTS * BITS;
  private static final int PART = 0xff;

  private Subnet() {}

  /** The first address that a host can have; empty where the text is no pool, or an odd one. */
  static Optional<String> firstAddress(String subnet) {
    Matcher six = IPV6_NETWORK.matcher(subnet);
    if (six.matches()) {
      return Optional.of(six.group(1) + "1");
    }
    Matcher four = IPV4.matcher(subnet);
    int prefix = four.matches() ? Integer.parseInt(four.group(PARTS + 1)) : 0;
    return prefix > 0 && prefix <= ALL_BITS ? Optional.of(first(four, prefix)) : Optional.empty();
  }

  private static String first(Matcher four, int prefix) {
    int address = 0;
    for (int part = 1; part <= PARTS; part++) {
      address = (address << BITS) | Integer.parseInt(four.group(part));
    }
    int first = (address & (-1 << (ALL_BITS - prefix))) + 1;
    StringBuilder text = new StringBuilder();
    for (int shift = ALL_BITS - BITS; shift >= 0; shift -= BITS) {
      text.append((first >>> shift) & PART).append(shift == 0 ? "" : ".");
    }
    return text.toString();
  }
}
