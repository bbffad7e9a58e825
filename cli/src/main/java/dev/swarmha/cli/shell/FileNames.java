package dev.swarmha.cli.shell;

import static java.util.Objects.requireNonNull;

import dev.swarmha.cli.complete.Candidate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The names of files and directories.
 *
 * @param start where names begin that are not absolute
 */
record FileNames(Path start) {

  FileNames {
    requireNonNull(start, "start");
  }

  /** Those that a name can become; behind a directory it goes on. */
  List<Candidate> of(String typed) {
    int slash = typed.lastIndexOf('/') + 1;
    String parent = typed.substring(0, slash);
    String rest = typed.substring(slash);
    try (Stream<Path> files = Files.list(start.resolve(parent))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(rest))
          .filter(file -> rest.startsWith(".") || !file.getFileName().toString().startsWith("."))
          .map(file -> candidate(parent, file))
          .sorted((one, other) -> one.value().compareTo(other.value()))
          .toList();
    } catch (IOException | UncheckedIOException | InvalidPathException unreadable) {
      return List.of();
    }
  }

  private static Candidate candidate(String parent, Path file) {
    String name = parent + file.getFileName();
    return Files.isDirectory(file) ? new Candidate(name + "/", "", false) : Candidate.of(name);
  }
}
