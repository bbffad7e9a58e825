package dev.swarmha.stack.interpolate;

import dev.swarmha.document.Origin;
import dev.swarmha.document.Scalar;
import dev.swarmha.stack.source.StackSource;
import java.util.regex.Pattern;

/** The places of single characters of the scalars of a source. */
final class ScalarPlaces {

  // As YAML counts lines.
  private static final Pattern LINE_END = Pattern.compile("\r\n|[\n\r\u0085\u2028\u2029]");

  private final StackSource source;
  private String[] lines = {};

  ScalarPlaces(StackSource source) {
    this.source = source;
  }

  /**
   * The place of a character of a text scalar; that of the scalar where it is written in such a way
   * (over several lines, with escapes) that the character's own cannot be told.
   */
  Origin of(Scalar scalar, int offset) {
    Origin start = scalar.origin();
    String value = scalar.textValue().orElse("");
    if (lines.length == 0) {
      lines = LINE_END.split(source.text(), -1);
    }
    if (start.line() < 1 || start.line() > lines.length) {
      return start;
    }
    String line = lines[start.line() - 1];
    if (start.column() > line.codePointCount(0, line.length())) {
      return start;
    }
    int from = line.offsetByCodePoints(0, start.column() - 1);
    if (line.startsWith(value, from)) {
      return place(start, line, from + offset);
    }
    char quote = line.charAt(from);
    boolean asWritten =
        (quote == '"' || quote == '\'')
            && line.startsWith(value, from + 1)
            && line.startsWith(String.valueOf(quote), from + 1 + value.length());
    return asWritten ? place(start, line, from + 1 + offset) : start;
  }

  private static Origin place(Origin start, String line, int index) {
    return new Origin(start.source(), start.line(), line.codePointCount(0, index) + 1);
  }
}
