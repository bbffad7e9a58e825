package dev.swarmha.cli.output;

import dev.swarmha.document.Document;
import dev.swarmha.stack.render.YamlWriter;
import java.util.List;

/** Data that a command prints: lines for people, or one document for machines. */
public interface Printable {

  List<String> lines();

  /** The lines for a screen, into which they fit if they can, and in its colours. */
  default List<String> lines(Screen screen) {
    return lines();
  }

  Document document();

  /** The text in a format, its last line end left out. */
  default String text(OutputFormat format) {
    return switch (format) {
      case TABLE -> String.join(System.lineSeparator(), lines());
      case JSON -> new JsonText().indented(document());
      case YAML -> YamlWriter.write(document()).stripTrailing();
    };
  }
}
