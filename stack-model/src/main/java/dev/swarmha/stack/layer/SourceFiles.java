package dev.swarmha.stack.layer;

import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.stack.diagnostic.Diagnostic;
import dev.swarmha.stack.diagnostic.Diagnostics;
import dev.swarmha.stack.source.StackSource;
import dev.swarmha.stack.source.TextFile;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The files that other files name. Each is read once, and only from this machine's disks. */
public final class SourceFiles {

  // What docker compose hands to git, to a registry or to a web client.
  private static final Pattern REMOTE =
      Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*://.*|git@.*|github\\.com/.*|.*\\.git(?:[#/].*)?");
  private static final int MOST_FILES = 200;

  private final Map<Path, String> texts = new HashMap<>();
  private int uses;

  /**
   * The text of a file, named as it was written at some place of another file.
   *
   * @return nothing where it cannot be read, for the reason added
   */
  public Optional<StackSource> read(
      Project project, Document written, DocumentPath path, Diagnostics problems) {
    String name = written.toString();
    if (REMOTE.matcher(name).matches()) {
      String message = "\"" + name + "\" is not a file here, and swarmha fetches none";
      problems.add(
          Diagnostic.error("remote-file", written.origin(), path, message)
              .withHint("fetch it beforehand, and name the copy"));
      return Optional.empty();
    }
    if (++uses > MOST_FILES) {
      String message = "the files name more than " + MOST_FILES + " others";
      problems.add(Diagnostic.error("too-many-files", written.origin(), path, message));
      return Optional.empty();
    }
    try {
      return Optional.of(new StackSource(project.shown(name), text(project.resolve(name))));
    } catch (IOException unreadable) {
      String message = TextFile.reason("\"" + name + "\"", unreadable);
      problems.add(Diagnostic.error("missing-file", written.origin(), path, message));
    } catch (InvalidPathException invalid) {
      String message = "\"" + name + "\" is no path";
      problems.add(Diagnostic.error("missing-file", written.origin(), path, message));
    }
    return Optional.empty();
  }

  private String text(Path file) throws IOException {
    String known = texts.get(file);
    if (known != null) {
      return known;
    }
    // A device or a pipe may never end.
    if (Files.exists(file) && !Files.isDirectory(file) && !Files.isRegularFile(file)) {
      throw new FileSystemException(file.toString(), null, "is not a regular file");
    }
    String text = TextFile.read(file);
    texts.put(file, text);
    return text;
  }
}
