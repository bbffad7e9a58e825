package dev.swarmha.stack.canonical;

import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Origin;
import dev.swarmha.stack.diagnostic.Diagnostic;
import dev.swarmha.stack.diagnostic.Diagnostics;
import dev.swarmha.stack.source.Environment;
import java.util.Optional;

/**
 * A file of variables in the grammar of docker/cli: nothing in it is special but the first equals
 * sign of a line, no quotes and no variables.
 */
final class RawVariables {

  private final Environment environment;
  private final boolean fillsEmpty;
  private final Diagnostics problems;

  /**
   * A reader.
   *
   * @param fillsEmpty whether an empty value, too, takes that of the environment
   */
  RawVariables(Environment environment, boolean fillsEmpty, Diagnostics problems) {
    this.environment = environment;
    this.fillsEmpty = fillsEmpty;
    this.problems = problems;
  }

  /** Adds the variables of a text; the path is that of the key which names the file. */
  void read(String name, String text, DocumentPath path, Mapping.Builder all) {
    int number = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      readLine(line, new Origin(name, number, 1), path, all);
    }
  }

  private void readLine(String raw, Origin place, DocumentPath path, Mapping.Builder all) {
    String line = (raw.endsWith("\r") ? raw.substring(0, raw.length() - 1) : raw).stripLeading();
    if (line.isEmpty() || line.startsWith("#")) {
      return;
    }
    String[] parts = line.split("=", 2);
    if (parts[0].isEmpty() || parts[0].matches(".*[ \\t].*")) {
      String message = "\"" + parts[0] + "\" is not the name of a variable";
      problems.add(Diagnostic.error("env-syntax", place, path, message));
      return;
    }
    Optional<String> value = parts.length == 2 ? Optional.of(parts[1]) : Optional.empty();
    value
        .filter(text -> !text.isEmpty() || !fillsEmpty)
        .or(() -> environment.get(parts[0]))
        .or(() -> value)
        .ifPresent(text -> all.put(parts[0], place, Document.text(text).withOrigin(place)));
  }
}
