package dev.swarmha.stack.canonical;

import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Origin;
import dev.swarmha.stack.diagnostic.Diagnostic;
import dev.swarmha.stack.diagnostic.Diagnostics;
import dev.swarmha.stack.source.Environment;
import dev.swarmha.stack.source.EnvironmentFiles;
import dev.swarmha.stack.source.TextFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.TreeMap;

/** Reads the files of variables that services name by absolute paths. */
final class VariableFiles {

  private static final Path NOWHERE = Path.of("");

  private final Diagnostics problems;

  VariableFiles(Diagnostics problems) {
    this.problems = problems;
  }

  /**
   * What one file says, with nothing in it where it cannot be read.
   *
   * @param path where the file is named
   * @param raw whether its text is taken as it is, without quotes and variables
   * @param known the variables that it may refer to
   */
  Mapping read(DocumentPath path, Document written, boolean raw, Environment known) {
    String name = written.toString();
    Mapping.Builder all = Mapping.builder();
    try {
      String text = TextFile.read(TextFile.resolve(NOWHERE, name));
      if (raw) {
        new RawVariables(known, false, problems).read(name, text, path, all);
      } else {
        add(
            name,
            EnvironmentFiles.parse(name, text, known, problems).orElse(Environment.empty()),
            all);
      }
    } catch (IOException unreadable) {
      String message = TextFile.reason("\"" + name + "\"", unreadable);
      problems.add(Diagnostic.error("missing-file", written.origin(), path, message));
    }
    return all.build(written.origin());
  }

  private static void add(String name, Environment parsed, Mapping.Builder all) {
    Origin place = new Origin(name, 1, 1);
    new TreeMap<>(parsed.variables())
        .forEach((key, value) -> all.put(key, place, Document.text(value).withOrigin(place)));
  }
}
