package dev.swarmha.cli.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the shell keeps its lines, for its user alone: in {@code swarmha/history} under the
 * directory for state (XDG Base Directory Specification), on Windows under that for local data.
 */
final class HistoryFile {

  /** Lines that hold a token are not kept: whoever reads one can join the swarm. */
  static final String NEVER_KEPT = "*SWMTKN-*:*--token*";

  private HistoryFile() {}

  /** The file, made where there is none; empty where it cannot be. */
  static Optional<Path> in(Map<String, String> environment) {
    return directory(environment)
        .flatMap(
            directory -> {
              try {
                return Optional.of(make(directory));
              } catch (IOException | UnsupportedOperationException unwritable) {
                return Optional.empty();
              }
            });
  }

  static Optional<Path> directory(Map<String, String> environment) {
    return Stream.of(
            under(environment, "XDG_STATE_HOME", ""),
            under(environment, "LOCALAPPDATA", ""),
            under(environment, "HOME", ".local/state"))
        .flatMap(Optional::stream)
        .findFirst()
        .map(state -> state.resolve("swarmha"));
  }

  /** The specification has relative directories ignored. */
  private static Optional<Path> under(
      Map<String, String> environment, String variable, String below) {
    return Optional.ofNullable(environment.get(variable))
        .filter(value -> !value.isBlank())
        .map(Path::of)
        .filter(Path::isAbsolute)
        .map(path -> path.resolve(below));
  }

  private static Path make(Path directory) throws IOException {
    Files.createDirectories(directory);
    Path file = directory.resolve("history");
    if (!Files.exists(file)) {
      Files.createFile(file);
    }
    if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
    return file;
  }
}
