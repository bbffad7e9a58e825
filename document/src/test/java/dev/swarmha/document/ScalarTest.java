package dev.swarmha.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScalarTest {

  private static final BigInteger BEYOND_LONG = BigInteger.TWO.pow(64);

  record Case(@Nullable Object left, @Nullable Object right, boolean equal) {}

  static Stream<Case> pairs() {
    return Stream.of(
        new Case(1, 1L, true),
        new Case(1, new BigDecimal("1.0"), true),
        new Case(new BigDecimal("1.0"), new BigDecimal("1.00"), true),
        new Case(0.5, new BigDecimal("0.50"), true),
        new Case(BigInteger.ONE, 1, true),
        new Case(BEYOND_LONG, new BigDecimal(BEYOND_LONG), true),
        new Case(1, 2, false),
        new Case(1, "1", false),
        new Case(true, "true", false),
        new Case(0, false, false),
        new Case(0, null, false),
        new Case("", null, false),
        new Case("a", "a", true),
        new Case(null, null, true));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void equalsByKindAndValue(Case pair) {
    Scalar left = new Scalar(pair.left(), Origin.NONE);
    Scalar right = new Scalar(pair.right(), new Origin("stack.yml", 3, 1));

    assertThat(left.equals(right)).isEqualTo(pair.equal());
    assertThat(right.equals(left)).isEqualTo(pair.equal());
    if (pair.equal()) {
      assertThat(left).hasSameHashCodeAs(right);
    }
  }

  @Test
  void bringsNumbersToTheirSmallestForm() {
    assertThat(new Scalar(BigInteger.TEN, Origin.NONE).longValue()).contains(10L);
    assertThat(new Scalar((short) 7, Origin.NONE).kind()).isEqualTo(Scalar.Kind.INTEGER);
    assertThat(new Scalar(0.1f, Origin.NONE).decimalValue()).contains(new BigDecimal("0.1"));
    assertThat(new Scalar(BEYOND_LONG, Origin.NONE).longValue()).isEmpty();
    assertThat(new Scalar(BEYOND_LONG, Origin.NONE).kind()).isEqualTo(Scalar.Kind.INTEGER);
  }

  @Test
  void readsOnlyAsWhatItIs() {
    Scalar number = Document.number(80);

    assertThat(number.asText()).isEmpty();
    assertThat(number.asBoolean()).isEmpty();
    assertThat(number.asLong()).contains(80L);
    assertThat(Document.text("80").asLong()).isEmpty();
    assertThat(Document.nothing().isNull()).isTrue();
    assertThat(Document.text("").isNull()).isFalse();
    assertThat(number.asMapping()).isEqualTo(Optional.empty());
  }

  @Test
  void showsDecimalsInPlainDigits() {
    assertThat(Document.number(new BigDecimal("1E+6"))).hasToString("1000000");
    assertThat(Document.nothing()).hasToString("null");
  }

  @Test
  void refusesValuesOfOtherTypes() {
    assertThatThrownBy(() -> new Scalar(List.of(), Origin.NONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("no scalar holds a ");
  }
}
