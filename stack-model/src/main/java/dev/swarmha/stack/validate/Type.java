package dev.swarmha.stack.validate;

import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Scalar;
import dev.swarmha.document.Sequence;
import java.math.BigDecimal;

/** The types of the file's schema. A decimal number of whole value counts as whole, as in JSON. */
enum Type {
  TEXT("a string"),
  INTEGER("a whole number"),
  NUMBER("a number"),
  BOOLEAN("true or false"),
  LIST("a list"),
  MAPPING("a mapping"),
  NULL("null");

  private final String words;

  Type(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  boolean accepts(Document document) {
    return switch (this) {
      case LIST -> document instanceof Sequence;
      case MAPPING -> document instanceof Mapping;
      case NULL -> document.isNull();
      case TEXT -> document.asText().isPresent();
      case BOOLEAN -> document.asBoolean().isPresent();
      case NUMBER -> document.asScalar().filter(Scalar::isNumber).isPresent();
      case INTEGER ->
          document.asScalar().flatMap(Scalar::decimalValue).filter(Type::isWhole).isPresent();
    };
  }

  private static boolean isWhole(BigDecimal number) {
    return number.stripTrailingZeros().scale() <= 0;
  }

  /** What a document is, in the words of an error message. */
  static String describe(Document document) {
    if (document instanceof Sequence) {
      return "a list";
    }
    if (document instanceof Mapping) {
      return "a mapping";
    }
    return switch (((Scalar) document).kind()) {
      case TEXT -> "the string \"" + document + "\"";
      case INTEGER, DECIMAL -> "the number " + document;
      case BOOLEAN -> document.toString();
      case NULL -> "empty";
    };
  }
}
