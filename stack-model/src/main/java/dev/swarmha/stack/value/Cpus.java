package dev.swarmha.stack.value;

import java.math.BigDecimal;
import java.math.BigInteger;

/** A number of CPUs, counted in billionths of one, as swarmkit counts them. */
public record Cpus(long nanos) {

  private static final BigInteger BILLION = BigInteger.valueOf(1_000_000_000L);

  /**
   * Reads a decimal number or a fraction: {@code 0.5}, {@code 1/4}.
   *
   * @throws ValueException when the text is neither, or finer than a billionth
   */
  public static Cpus parse(String text) {
    String[] parts = text.split("/", -1);
    try {
      BigInteger[] top = ratio(parts[0]);
      BigInteger[] bottom = parts.length == 2 ? ratio(parts[1]) : ratio("1");
      BigInteger numerator = top[0].multiply(bottom[1]).multiply(BILLION);
      BigInteger[] result = numerator.divideAndRemainder(top[1].multiply(bottom[0]));
      if (result[1].signum() != 0) {
        throw new ValueException("\"" + text + "\" is finer than a billionth of a CPU");
      }
      if (parts.length <= 2 && result[0].signum() >= 0) {
        return new Cpus(result[0].longValueExact());
      }
    } catch (ArithmeticException | NumberFormatException wrong) {
      throw invalid(text);
    }
    throw invalid(text);
  }

  private static BigInteger[] ratio(String text) {
    BigDecimal value = new BigDecimal(text);
    BigInteger divisor = BigInteger.TEN.pow(Math.max(0, value.scale()));
    return new BigInteger[] {value.multiply(new BigDecimal(divisor)).toBigIntegerExact(), divisor};
  }

  private static ValueException invalid(String text) {
    return new ValueException("\"" + text + "\" is not a number of CPUs", "such as \"0.5\"");
  }
}
