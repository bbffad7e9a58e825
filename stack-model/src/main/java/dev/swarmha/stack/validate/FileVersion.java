package dev.swarmha.stack.validate;

import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.stack.diagnostic.Diagnostic;
import dev.swarmha.stack.diagnostic.Diagnostics;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code version} of a file, which decides about nothing but which keys exist. */
public final class FileVersion {

  private static final int NEWEST = 13;
  private static final Pattern TEXT = Pattern.compile("|3|3\\.(\\d|1[0-3])");
  private static final DocumentPath PATH = DocumentPath.of("version");

  private FileVersion() {}

  /** The minor version of format 3 that a file asks for, the newest where it asks for none. */
  public static int minorOf(Mapping file, Diagnostics problems) {
    Optional<Document> written = file.get("version");
    if (written.isEmpty() || written.flatMap(Document::asText).isEmpty()) {
      return NEWEST;
    }
    Matcher matcher = TEXT.matcher(written.get().asText().orElseThrow());
    if (!matcher.matches()) {
      String message = "version \"" + written.get() + "\" of the file format is not supported";
      problems.add(
          Diagnostic.error("unsupported-version", written.get().origin(), PATH, message)
              .withHint("leave it out, or write one from \"3.0\" to \"3.13\""));
      return NEWEST;
    }
    return matcher.group(1) == null ? NEWEST : Integer.parseInt(matcher.group(1));
  }
}
