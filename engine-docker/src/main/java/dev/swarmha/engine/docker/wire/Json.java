package dev.swarmha.engine.docker.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Origin;
import dev.swarmha.document.Scalar;
import dev.swarmha.document.Sequence;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * JSON text and documents, each the other's equal: no key, digit or null is lost on the way. Token
 * by token: to set up Jackson's binding of objects would take a tenth of a short command.
 */
public final class Json {

  private static final JsonFactory FACTORY = new JsonFactory();

  private Json() {}

  /** The document that the text holds; empty where it is not JSON. */
  public static Optional<Document> parse(String text) {
    try (JsonParser parser = FACTORY.createParser(text)) {
      return whole(parser);
    } catch (JsonProcessingException notJson) {
      return Optional.empty();
    } catch (IOException impossible) {
      throw new UncheckedIOException("a text can be read", impossible);
    }
  }

  /**
   * The object that a file holds; without entries where the file is blank or holds something else.
   *
   * @throws JsonProcessingException when it is not JSON
   * @throws IOException when it cannot be read
   */
  public static Mapping object(byte[] file) throws IOException {
    try (JsonParser parser = FACTORY.createParser(file)) {
      return whole(parser).flatMap(Document::asMapping).orElse(Mapping.empty());
    }
  }

  private static Optional<Document> whole(JsonParser parser) throws IOException {
    return parser.nextToken() == null ? Optional.empty() : Optional.of(document(parser));
  }

  /**
   * What is read of each object of a list while it comes, so that no more is kept of it than that;
   * nothing of {@code null}. Empty where it is not JSON.
   *
   * @throws IOException when it breaks off
   */
  public static <T> Optional<List<T>> items(InputStream list, Function<Mapping, T> reader)
      throws IOException {
    try (JsonParser parser = FACTORY.createParser(list)) {
      JsonToken first = parser.nextToken();
      if (first == null) {
        return Optional.empty();
      }
      List<T> items = new ArrayList<>();
      while (first == JsonToken.START_ARRAY && parser.nextToken() != JsonToken.END_ARRAY) {
        document(parser).asMapping().map(reader).ifPresent(items::add);
      }
      return Optional.of(items);
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  public static String format(Document document) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = FACTORY.createGenerator(text)) {
      write(document, generator);
    } catch (IOException impossible) {
      throw new UncheckedIOException("a document can be written", impossible);
    }
    return text.toString();
  }

  /** What begins at the current token, up to its last one. */
  private static Document document(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> mapping(parser);
      case START_ARRAY -> sequence(parser);
      default -> new Scalar(scalar(parser), Origin.NONE);
    };
  }

  private static Mapping mapping(JsonParser parser) throws IOException {
    Mapping.Builder mapping = Mapping.builder();
    for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
      parser.nextToken();
      mapping.put(key, document(parser));
    }
    return mapping.build();
  }

  private static Sequence sequence(JsonParser parser) throws IOException {
    List<Document> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(document(parser));
    }
    return Sequence.of(items);
  }

  private static @Nullable Object scalar(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case VALUE_STRING -> parser.getText();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NUMBER_INT -> parser.getBigIntegerValue();
      case VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
      default -> null;
    };
  }

  private static void write(Document document, JsonGenerator generator) throws IOException {
    if (document instanceof Mapping mapping) {
      generator.writeStartObject();
      for (Map.Entry<String, Document> entry : mapping.entries().entrySet()) {
        generator.writeFieldName(entry.getKey());
        write(entry.getValue(), generator);
      }
      generator.writeEndObject();
    } else if (document instanceof Sequence sequence) {
      generator.writeStartArray();
      for (Document item : sequence.items()) {
        write(item, generator);
      }
      generator.writeEndArray();
    } else {
      writeScalar(((Scalar) document).value(), generator);
    }
  }

  private static void writeScalar(@Nullable Object value, JsonGenerator generator)
      throws IOException {
    if (value instanceof String text) {
      generator.writeString(text);
    } else if (value instanceof Boolean flag) {
      generator.writeBoolean(flag);
    } else if (value instanceof Long number) {
      generator.writeNumber(number);
    } else if (value instanceof BigInteger number) {
      generator.writeNumber(number);
    } else if (value instanceof BigDecimal number) {
      generator.writeNumber(number);
    } else {
      generator.writeNull();
    }
  }
}
