package dev.swarmha.stack.value;

import dev.swarmha.document.Scalar;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers as Go writes them where a stack file has a number and Docker wants a text. */
public final class GoNumbers {

  private static final int DOUBLE_DIGITS = 17;
  private static final int FLOAT_DIGITS = 9;

  private GoNumbers() {}

  /** A scalar's text: numbers as Go's {@code %v} writes them, so {@code 1.10} becomes 1.1. */
  public static String text(Scalar scalar) {
    if (scalar.kind() != Scalar.Kind.DECIMAL) {
      return scalar.toString();
    }
    double value = scalar.decimalValue().orElse(BigDecimal.ZERO).doubleValue();
    BigDecimal digits = shortest(value).stripTrailingZeros();
    if (digits.signum() == 0) {
      return scalar.toString().startsWith("-") ? "-0" : "0";
    }
    int exponent = digits.precision() - digits.scale() - 1;
    // docker 28 writes an exponent from 6 up, where Go by itself would begin at 21.
    if (exponent >= -4 && exponent < 6) {
      return digits.toPlainString();
    }
    String all = digits.unscaledValue().abs().toString();
    String mantissa = all.length() == 1 ? all : all.charAt(0) + "." + all.substring(1);
    return (digits.signum() < 0 ? "-" : "")
        + mantissa
        + String.format(Locale.ROOT, "e%s%02d", exponent < 0 ? "-" : "+", Math.abs(exponent));
  }

  /** The number with the fewest digits that is the same 32-bit float. */
  public static BigDecimal asFloat(BigDecimal number) {
    float value = number.floatValue();
    for (int digits = 1; digits < FLOAT_DIGITS; digits++) {
      BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits));
      if (rounded.floatValue() == value) {
        return rounded;
      }
    }
    return new BigDecimal(value).round(new MathContext(FLOAT_DIGITS));
  }

  private static BigDecimal shortest(double value) {
    for (int digits = 1; digits < DOUBLE_DIGITS; digits++) {
      BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits));
      if (rounded.doubleValue() == value) {
        return rounded;
      }
    }
    return new BigDecimal(value).round(new MathContext(DOUBLE_DIGITS));
  }
}
