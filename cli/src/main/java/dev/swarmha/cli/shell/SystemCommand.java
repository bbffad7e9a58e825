package dev.swarmha.cli.shell;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A command line for the system's shell, or that shell itself where the line is empty. */
record SystemCommand(String line, Path directory, Map<String, String> environment) {

  private static final int NOT_FOUND = 127;
  private static final int INTERRUPTED = 130;

  SystemCommand {
    requireNonNull(line, "line");
    requireNonNull(directory, "directory");
    environment = Map.copyOf(environment);
  }

  /** Runs it on this terminal; Ctrl-C reaches it by itself. */
  int run(PrintWriter err) {
    try {
      Process process =
          new ProcessBuilder(words()).directory(directory.toFile()).inheritIO().start();
      return process.waitFor();
    } catch (IOException impossible) {
      err.println("swarmha: " + impossible.getMessage());
      return NOT_FOUND;
    } catch (InterruptedException interrupted) {
      // Ctrl-C is for the process, which ends, or not, as it sees fit.
      return INTERRUPTED;
    }
  }

  private List<String> words() {
    boolean windows = environment.containsKey("COMSPEC");
    if (line.isBlank()) {
      return List.of(
          windows ? environment.get("COMSPEC") : environment.getOrDefault("SHELL", "/bin/sh"));
    }
    return windows
        ? List.of(environment.get("COMSPEC"), "/c", line)
        : List.of("/bin/sh", "-c", line);
  }
}
