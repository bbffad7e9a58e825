package dev.swarmha.stack.parse;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * The value of a scalar node: by its own tag where it has one, else by how it is written. As
 * go-yaml has it, a tag of YAML's own must fit the text, and any other makes a text of it.
 */
final class TaggedScalar {

  private final Escapes escapes;

  TaggedScalar(Escapes escapes) {
    this.escapes = escapes;
  }

  /**
   * Decides the value.
   *
   * @throws IllegalArgumentException when the tag does not fit the text
   */
  @Nullable Object value(ScalarNode node) {
    String text = escapes.value(node);
    Tag tag = node.getTag();
    if (tag.equals(PlainMarker.PLAIN)) {
      return node.isPlain() ? plain(text) : text;
    }
    if (tag.equals(Tag.BINARY)) {
      return binary(text);
    }
    if (tag.equals(Tag.TIMESTAMP)) {
      return GoTimestamp.print(text).orElseThrow(() -> doesNotFit(text));
    }
    return isTyped(tag) ? typed(tag, text) : text;
  }

  /** Whether the value is a text as far as mappings go: dates and bytes are no keys to docker. */
  static boolean isKey(ScalarNode node) {
    if (node.getTag().equals(PlainMarker.PLAIN) && node.isPlain()) {
      return GoTimestamp.print(node.getValue()).isEmpty();
    }
    return !node.getTag().equals(Tag.BINARY) && !node.getTag().equals(Tag.TIMESTAMP);
  }

  private static boolean isTyped(Tag tag) {
    return tag.equals(Tag.NULL)
        || tag.equals(Tag.BOOL)
        || tag.equals(Tag.INT)
        || tag.equals(Tag.FLOAT);
  }

  private static @Nullable Object typed(Tag tag, String text) {
    Object value = plain(text);
    if (tag.equals(Tag.NULL) ? value == null : tag.equals(Tag.BOOL) && value instanceof Boolean) {
      return value;
    }
    if (tag.equals(Tag.INT) && value instanceof BigInteger) {
      return value;
    }
    if (tag.equals(Tag.FLOAT) && value instanceof Number number) {
      return number instanceof BigInteger whole ? new BigDecimal(whole) : number;
    }
    throw doesNotFit(text);
  }

  private static @Nullable Object plain(String text) {
    if (PlainScalar.isNotFinite(text)) {
      throw new IllegalArgumentException(text + " is a number that nothing in a stack file can be");
    }
    return PlainScalar.valueOf(text);
  }

  private static String binary(String text) {
    String digits = text.replaceAll("[\\r\\n]", "");
    try {
      // Java would do without the padding, which Go does not.
      byte[] bytes = Base64.getDecoder().decode(digits.length() % 4 == 0 ? digits : "!");
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (IllegalArgumentException notBase64) {
      throw new IllegalArgumentException("the text is not base64", notBase64);
    } catch (CharacterCodingException notText) {
      throw new IllegalArgumentException("the decoded bytes are not UTF-8 text", notText);
    }
  }

  private static IllegalArgumentException doesNotFit(String text) {
    return new IllegalArgumentException("\"" + text + "\" does not fit its tag");
  }
}
