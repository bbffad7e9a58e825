package dev.swarmha.stack.parse;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** The value of a scalar node: by its own tag where it has one, else by how it is written. */
final class TaggedScalar {

  /**
   * Decides the value.
   *
   * @throws IllegalArgumentException when the tag is unknown or does not fit the text
   */
  @Nullable Object value(ScalarNode node) {
    String text = node.getValue();
    Tag tag = node.getTag();
    if (tag.equals(PlainMarker.PLAIN)) {
      return plain(text);
    }
    if (tag.equals(Tag.STR)) {
      return text;
    }
    if (tag.equals(Tag.BINARY)) {
      return binary(text);
    }
    if (tag.equals(Tag.NULL) || tag.equals(Tag.BOOL) || tag.equals(Tag.TIMESTAMP)) {
      return plain(text);
    }
    if (tag.equals(Tag.INT) && plain(text) instanceof Number number) {
      return number;
    }
    if (tag.equals(Tag.FLOAT) && plain(text) instanceof Number number) {
      return new BigDecimal(number.toString());
    }
    throw new IllegalArgumentException(
        isKnown(tag) ? "\"" + text + "\" does not fit its tag" : "unknown tag " + tag.getValue());
  }

  private static boolean isKnown(Tag tag) {
    return tag.equals(Tag.INT) || tag.equals(Tag.FLOAT);
  }

  private static @Nullable Object plain(String text) {
    if (PlainScalar.isNotFinite(text)) {
      throw new IllegalArgumentException(text + " is a number that nothing in a stack file can be");
    }
    return PlainScalar.valueOf(text);
  }

  private static String binary(String text) {
    byte[] bytes = Base64.getMimeDecoder().decode(text);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
