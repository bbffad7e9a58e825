package dev.swarmha.document;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A leaf: text, a number, a truth value or null. Numbers are whole ({@code Long}, or {@code
 * BigInteger} beyond it) or decimal ({@code BigDecimal}, or {@code Double} for the negative zero,
 * which no {@code BigDecimal} is); two numbers are equal when their values are, so 1 equals 1.0.
 */
public record Scalar(@Nullable Object value, Origin origin) implements Document {

  /** What a scalar holds. */
  public enum Kind {
    TEXT,
    INTEGER,
    DECIMAL,
    BOOLEAN,
    NULL
  }

  static final Scalar NULL = new Scalar(null, Origin.NONE);

  /**
   * Brings numbers to their smallest form.
   *
   * @throws IllegalArgumentException when the value is of a type that no scalar holds
   */
  public Scalar {
    requireNonNull(origin, "origin");
    value = normalised(value);
  }

  private static @Nullable Object normalised(@Nullable Object value) {
    if (value == null || value instanceof String || value instanceof Boolean) {
      return value;
    }
    if (value instanceof Integer || value instanceof Long || value instanceof Short) {
      return ((Number) value).longValue();
    }
    if (value instanceof BigInteger whole) {
      return whole.bitLength() < Long.SIZE ? (Object) whole.longValue() : whole;
    }
    if (value instanceof BigDecimal) {
      return value;
    }
    if (value instanceof Double || value instanceof Float) {
      Object negativeZero = -0.0;
      return value.equals(negativeZero) ? value : new BigDecimal(value.toString());
    }
    throw new IllegalArgumentException("no scalar holds a " + value.getClass().getName());
  }

  public Kind kind() {
    if (value == null) {
      return Kind.NULL;
    }
    if (value instanceof String) {
      return Kind.TEXT;
    }
    if (value instanceof Boolean) {
      return Kind.BOOLEAN;
    }
    return value instanceof BigDecimal || value instanceof Double ? Kind.DECIMAL : Kind.INTEGER;
  }

  public boolean isNumber() {
    return kind() == Kind.INTEGER || kind() == Kind.DECIMAL;
  }

  public Optional<String> textValue() {
    return value instanceof String text ? Optional.of(text) : Optional.empty();
  }

  public Optional<Long> longValue() {
    return value instanceof Long number ? Optional.of(number) : Optional.empty();
  }

  public Optional<Boolean> booleanValue() {
    return value instanceof Boolean flag ? Optional.of(flag) : Optional.empty();
  }

  /** The value of any number, exactly. */
  public Optional<BigDecimal> decimalValue() {
    if (value instanceof BigDecimal decimal) {
      return Optional.of(decimal);
    }
    if (value instanceof BigInteger whole) {
      return Optional.of(new BigDecimal(whole));
    }
    return value instanceof Double
        ? Optional.of(BigDecimal.ZERO)
        : longValue().map(BigDecimal::valueOf);
  }

  @Override
  public Scalar withOrigin(Origin origin) {
    return new Scalar(value, origin);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof Scalar that)) {
      return false;
    }
    if (isNumber() && that.isNumber()) {
      return decimalValue().orElseThrow().compareTo(that.decimalValue().orElseThrow()) == 0;
    }
    return Objects.equals(value, that.value);
  }

  @Override
  public int hashCode() {
    return isNumber()
        ? decimalValue().orElseThrow().stripTrailingZeros().hashCode()
        : Objects.hashCode(value);
  }

  /** The value as it reads in a message: plain digits for numbers, {@code null} for nothing. */
  @Override
  public String toString() {
    if (value instanceof Double) {
      return "-0";
    }
    return value instanceof BigDecimal decimal ? decimal.toPlainString() : String.valueOf(value);
  }
}
