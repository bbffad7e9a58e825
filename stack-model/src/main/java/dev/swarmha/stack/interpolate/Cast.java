package dev.swarmha.stack.interpolate;

import dev.swarmha.stack.value.ValueException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The type that a place of the file gives to a text which came from a variable. */
enum Cast {
  /** It stays a text. */
  NONE {
    @Override
    Object apply(String text) {
      return text;
    }
  },
  INTEGER {
    @Override
    Object apply(String text) {
      // As Go's Atoi: digits are decimal, 0444 included.
      if (!text.matches("[+-]?[0-9]+")) {
        throw new ValueException("\"" + text + "\" is not a whole number");
      }
      return new BigInteger(text);
    }
  },
  FLOAT {
    @Override
    Object apply(String text) {
      try {
        return new BigDecimal(text);
      } catch (NumberFormatException notANumber) {
        throw new ValueException("\"" + text + "\" is not a number");
      }
    }
  },
  BOOLEAN {
    @Override
    Object apply(String text) {
      String lower = text.toLowerCase(Locale.ROOT);
      if (TRUE.contains(lower) || FALSE.contains(lower)) {
        return TRUE.contains(lower);
      }
      throw new ValueException("\"" + text + "\" is not a truth value", "write true or false");
    }
  },

  /** YAML 1.1's words for truth values, which compose-go takes, but warns of. */
  BOOLEAN_WITH_DOUBT {
    @Override
    Object apply(String text) {
      return BOOLEAN.apply(text);
    }

    @Override
    Optional<String> doubt(String text) {
      return text.matches("(?i)true|false")
          ? Optional.empty()
          : Optional.of("\"" + text + "\" is no truth value in YAML 1.2; write true or false");
    }
  };

  private static final Set<String> TRUE = Set.of("y", "yes", "true", "on");
  private static final Set<String> FALSE = Set.of("n", "no", "false", "off");

  /**
   * Casts a text.
   *
   * @throws ValueException when the text is not of this type
   */
  abstract Object apply(String text);

  /** What is doubtful about a text that could be cast. */
  Optional<String> doubt(String text) {
    return Optional.empty();
  }
}
