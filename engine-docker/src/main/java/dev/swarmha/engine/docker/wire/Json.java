package dev.swarmha.engine.docker.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Origin;
import dev.swarmha.document.Scalar;
import dev.swarmha.document.Sequence;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** JSON text and documents, each the other's equal: no key, digit or null is lost on the way. */
public final class Json {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private Json() {}

  /** The document that the text holds; empty where it is not JSON. */
  public static Optional<Document> parse(String text) {
    try {
      JsonNode node = MAPPER.readTree(text);
      return node == null || node.isMissingNode() ? Optional.empty() : Optional.of(document(node));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  public static String format(Document document) {
    try {
      return MAPPER.writeValueAsString(node(document));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of plain nodes can be written", e);
    }
  }

  private static Document document(JsonNode node) {
    if (node.isObject()) {
      Mapping.Builder mapping = Mapping.builder();
      node.properties().forEach(entry -> mapping.put(entry.getKey(), document(entry.getValue())));
      return mapping.build();
    }
    if (node.isArray()) {
      List<Document> items = new ArrayList<>();
      node.forEach(item -> items.add(document(item)));
      return Sequence.of(items);
    }
    return new Scalar(scalar(node), Origin.NONE);
  }

  private static @Nullable Object scalar(JsonNode node) {
    return switch (node.getNodeType()) {
      case STRING -> node.textValue();
      case BOOLEAN -> node.booleanValue();
      case NUMBER -> node.isIntegralNumber() ? node.bigIntegerValue() : node.decimalValue();
      default -> null;
    };
  }

  private static JsonNode node(Document document) {
    if (document instanceof Mapping mapping) {
      ObjectNode object = NODES.objectNode();
      mapping.entries().forEach((key, value) -> object.set(key, node(value)));
      return object;
    }
    if (document instanceof Sequence sequence) {
      ArrayNode array = NODES.arrayNode();
      sequence.items().forEach(item -> array.add(node(item)));
      return array;
    }
    return leaf(((Scalar) document).value());
  }

  private static JsonNode leaf(@Nullable Object value) {
    if (value instanceof String text) {
      return NODES.textNode(text);
    }
    if (value instanceof Boolean flag) {
      return NODES.booleanNode(flag);
    }
    if (value instanceof Long number) {
      return NODES.numberNode(number.longValue());
    }
    if (value instanceof BigInteger number) {
      return NODES.numberNode(number);
    }
    return value instanceof BigDecimal number ? NODES.numberNode(number) : NODES.nullNode();
  }
}
