package dev.swarmha.stack.canonical;

import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.stack.diagnostic.Diagnostic;
import dev.swarmha.stack.diagnostic.Diagnostics;
import dev.swarmha.stack.source.TextFile;
import dev.swarmha.stack.value.SecurityOption;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** A seccomp profile named by its file becomes the profile itself, as the docker CLI does it. */
final class SecurityProfiles implements Form {

  private static final Set<String> WORDS = Set.of("unconfined", "builtin");

  private final Paths paths;
  private final Diagnostics problems;

  SecurityProfiles(Paths paths, Diagnostics problems) {
    this.paths = paths;
    this.problems = problems;
  }

  @Override
  public Document apply(DocumentPath path, Document document) {
    SecurityOption option = SecurityOption.parse(document.asText().orElse(""));
    String value = option.value().strip();
    boolean named =
        option.name().equals(SecurityOption.SECCOMP)
            && !WORDS.contains(value)
            && !value.startsWith("{");
    if (!named) {
      return document;
    }
    Optional<Path> file = paths.file(path, Document.text(value).withOrigin(document.origin()));
    return file.flatMap(profile -> read(path, document, value, profile)).orElse(document);
  }

  private Optional<Document> read(DocumentPath path, Document document, String name, Path profile) {
    try {
      String text = SecurityOption.SECCOMP + "=" + TextFile.read(profile);
      return Optional.of(Document.text(text).withOrigin(document.origin()));
    } catch (IOException unreadable) {
      String message = TextFile.reason("\"" + name + "\"", unreadable);
      problems.add(Diagnostic.error("missing-file", document.origin(), path, message));
      return Optional.empty();
    }
  }
}
