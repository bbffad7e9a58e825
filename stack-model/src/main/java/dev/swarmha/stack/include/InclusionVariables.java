package dev.swarmha.stack.include;

import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.stack.diagnostic.Diagnostic;
import dev.swarmha.stack.diagnostic.Diagnostics;
import dev.swarmha.stack.layer.Project;
import dev.swarmha.stack.source.Environment;
import dev.swarmha.stack.source.EnvironmentFiles;
import dev.swarmha.stack.source.TextFile;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/**
 * The variables of an inclusion: those around it, and under them those of its {@code env_file}, or
 * of a {@code .env} in its directory.
 */
final class InclusionVariables {

  private static final String FILES = "env_file";
  private static final String DOT_ENV = ".env";

  private final boolean readDotEnv;
  private final Diagnostics problems;

  InclusionVariables(boolean readDotEnv, Diagnostics problems) {
    this.readDotEnv = readDotEnv;
    this.problems = problems;
  }

  /** Nothing where a file cannot be read, for the reason added. */
  Optional<Environment> of(Mapping entry, DocumentPath path, Project outer, Project inner) {
    List<Document> named = entry.sequence(FILES).items();
    Environment around = outer.environment();
    if (named.isEmpty()) {
      boolean there = readDotEnv && Files.isRegularFile(inner.directory().resolve(DOT_ENV));
      Document dotEnv = Document.text(DOT_ENV).withOrigin(entry.origin());
      Environment none = Environment.empty();
      return (there ? read(inner, dotEnv, path, around, none) : Optional.of(none))
          .map(around::orElse);
    }
    Optional<Environment> files = Optional.of(Environment.empty());
    for (int i = 0; i < named.size() && files.isPresent(); i++) {
      DocumentPath place = path.child(FILES).child(i);
      files = read(outer, named.get(i), place, around, files.get());
    }
    return files.map(around::orElse);
  }

  private Optional<Environment> read(
      Project from, Document written, DocumentPath path, Environment around, Environment before) {
    String name = written.toString();
    try {
      String text = TextFile.read(TextFile.resolve(from.directory(), name));
      return EnvironmentFiles.parse(from.shown(name), text, around, before, problems);
    } catch (IOException unreadable) {
      String message = TextFile.reason("\"" + name + "\"", unreadable);
      problems.add(Diagnostic.error("missing-file", written.origin(), path, message));
      return Optional.empty();
    }
  }
}
