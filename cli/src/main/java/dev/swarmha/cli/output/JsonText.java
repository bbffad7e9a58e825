package dev.swarmha.cli.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Scalar;
import dev.swarmha.document.Sequence;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/** Documents as JSON. */
public final class JsonText {

  private final JsonFactory factory = new JsonFactory();

  /** In one line. */
  public String compact(Document document) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = factory.createGenerator(text)) {
      write(document, generator);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  /** Indented, for data that people read too. */
  public String indented(Document document) {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    Separators separators =
        Separators.createDefaultInstance()
            .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
            .withArrayEmptySeparator("")
            .withObjectEmptySeparator("");
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter(separators);
    printer.indentObjectsWith(indenter);
    printer.indentArraysWith(indenter);
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = factory.createGenerator(text)) {
      generator.setPrettyPrinter(printer);
      write(document, generator);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
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
      writeScalar((Scalar) document, generator);
    }
  }

  private static void writeScalar(Scalar scalar, JsonGenerator generator) throws IOException {
    switch (scalar.kind()) {
      case TEXT -> generator.writeString(scalar.toString());
      case INTEGER, DECIMAL -> generator.writeNumber(scalar.toString());
      case BOOLEAN -> generator.writeBoolean(scalar.booleanValue().orElseThrow());
      case NULL -> generator.writeNull();
    }
  }
}
