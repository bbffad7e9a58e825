package dev.swarmha.cli.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.swarmha.cli.error.UnwritableFileException;
import dev.swarmha.cli.error.WrongFileException;
import dev.swarmha.deploy.saved.SavedPlan;
import dev.swarmha.deploy.saved.SavedPlanDocument;
import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.Payload;
import dev.swarmha.engine.docker.wire.Json;
import dev.swarmha.stack.diagnostic.Diagnostic;
import dev.swarmha.stack.source.TextFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * Saved plans as files: JSON with a digest, so that what was damaged or changed by hand is not
 * applied. Only the owner may read them, since variables of services are in them.
 */
final class PlanFile {

  private static final String DIGEST = "sha256";

  private PlanFile() {}

  /**
   * Writes a plan, all of it or nothing.
   *
   * @param name the file as the user has named it
   * @throws UnwritableFileException when it cannot be written
   */
  static void write(String name, Path file, SavedPlan plan) {
    Mapping content = SavedPlanDocument.write(plan);
    String text = Json.format(content.with(DIGEST, Document.text(digest(content)))) + "\n";
    Path directory = file.toAbsolutePath().getParent();
    try {
      // Only its owner may read a temporary file.
      Path temporary = Files.createTempFile(directory, ".swarmha-plan", "");
      try {
        Files.writeString(temporary, text, UTF_8);
        Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (NoSuchFileException missing) {
      throw new UnwritableFileException(
          "cannot write " + name + ": its directory does not exist", missing);
    } catch (IOException failure) {
      throw new UnwritableFileException(
          "cannot write " + name + ": " + failure.getMessage(), failure);
    }
  }

  /**
   * Reads a plan.
   *
   * @param name the file as the user has named it
   * @throws WrongFileException when it holds none, or not as it was saved
   */
  static SavedPlan read(String name, Path file) {
    Mapping document =
        Json.parse(text(name, file))
            .flatMap(Document::asMapping)
            .orElseThrow(() -> wrong(name, "is not JSON, or not all of it is there"));
    try {
      Mapping content = document.without(DIGEST);
      boolean whole = document.text(DIGEST).filter(digest(content)::equals).isPresent();
      SavedPlan plan = SavedPlanDocument.read(content);
      if (!whole) {
        throw wrong(name, "was changed after it was saved; save it again: swarmha diff --out");
      }
      return plan;
    } catch (IllegalArgumentException other) {
      throw wrong(name, String.valueOf(other.getMessage()));
    } catch (DateTimeException | NoSuchElementException | ArithmeticException damaged) {
      throw wrong(name, "is a plan that is damaged; save it again: swarmha diff --out");
    }
  }

  private static String text(String name, Path file) {
    try {
      return TextFile.read(file);
    } catch (IOException unreadable) {
      throw wrong(name, TextFile.reason("the plan", unreadable));
    }
  }

  private static String digest(Mapping content) {
    return Payload.of(Json.format(content).getBytes(UTF_8)).digest();
  }

  private static WrongFileException wrong(String name, String what) {
    return new WrongFileException(List.of(Diagnostic.ofSource("plan", name, what)));
  }
}
