package dev.swarmha.stack.canonical;

import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.stack.diagnostic.Diagnostic;
import dev.swarmha.stack.diagnostic.Diagnostics;
import dev.swarmha.stack.source.Environment;
import dev.swarmha.stack.source.TextFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Paths in a file made absolute, against one directory for all files of a stack. */
final class Paths {

  private final Path baseDirectory;
  private final Environment environment;
  private final Diagnostics problems;

  Paths(Path baseDirectory, Environment environment, Diagnostics problems) {
    this.baseDirectory = baseDirectory;
    this.environment = environment;
    this.problems = problems;
  }

  /** The path of a file on this machine; empty when the text is no path, which is reported. */
  Optional<Path> file(DocumentPath path, Document written) {
    try {
      return Optional.of(TextFile.resolve(baseDirectory, written.asText().orElse("")));
    } catch (IOException invalid) {
      String message = TextFile.reason("\"" + written + "\"", invalid);
      problems.add(Diagnostic.error("missing-file", written.origin(), path, message));
      return Optional.empty();
    }
  }

  Document absoluteFile(DocumentPath path, Document written) {
    return file(path, written)
        .<Document>map(file -> Document.text(file.toString()).withOrigin(written.origin()))
        .orElse(written);
  }

  /** The source of a bind mount, which is a path on the nodes: made absolute, not looked for. */
  Document bindSource(DocumentPath path, Document written) {
    String text = written.asText().orElse("");
    if (text.startsWith("~")) {
      Optional<String> home = environment.get("HOME");
      if (home.isEmpty()) {
        String message = "~ stands for nothing, because HOME is not set";
        problems.add(Diagnostic.error("bad-value", written.origin(), path, message));
      }
      text = home.orElse("") + text.substring(1);
    }
    return isAbsolute(text)
        ? Document.text(text).withOrigin(written.origin())
        : absoluteFile(path, Document.text(text).withOrigin(written.origin()));
  }

  private static boolean isAbsolute(String text) {
    return text.startsWith("/")
        || text.matches("[A-Za-z]:[/\\\\].*")
        // A share without a path behind it is none (docker/cli, compose/loader/windows_path.go).
        || text.matches("[/\\\\]{2}[^/\\\\.][^/\\\\]*[/\\\\][^/\\\\.][^/\\\\]*[/\\\\].*");
  }
}
