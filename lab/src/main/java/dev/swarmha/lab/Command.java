package dev.swarmha.lab;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A program to run, with its environment: what stands in {@code environment} is set or, where
 * empty, removed, and the rest is that of the tests.
 */
record Command(
    List<String> words,
    Path directory,
    Map<String, String> environment,
    String input,
    Duration within) {

  Command {
    words = List.copyOf(words);
    requireNonNull(directory, "directory");
    environment = new TreeMap<>(environment);
    requireNonNull(input, "input");
    requireNonNull(within, "within");
  }

  /**
   * Starts it. Its outputs go to files, so that they are there whatever becomes of the tests.
   *
   * @param record where these files begin: a path without its suffix
   */
  Running start(Path record) {
    Path in = input.isEmpty() ? Path.of("/dev/null") : Path.of(record + ".in");
    Path out = Path.of(record + ".out");
    Path err = Path.of(record + ".err");
    try {
      Files.createDirectories(record.toAbsolutePath().getParent());
      Files.writeString(Path.of(record + ".command"), this + "\n", UTF_8);
      if (!input.isEmpty()) {
        Files.writeString(in, input, UTF_8);
      }
      Process process = builder(in.toFile(), out.toFile(), err.toFile()).start();
      return new Running(this, process, out, err);
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot run " + this, broken);
    }
  }

  Finished run(Path record) {
    return start(record).await();
  }

  private ProcessBuilder builder(File in, File out, File err) {
    ProcessBuilder builder = new ProcessBuilder(words);
    builder.directory(directory.toFile());
    builder.redirectInput(in).redirectOutput(out).redirectError(err);
    environment.forEach(
        (name, value) -> {
          if (value.isEmpty()) {
            builder.environment().remove(name);
          } else {
            builder.environment().put(name, value);
          }
        });
    return builder;
  }

  /** As it can be pasted into a shell. */
  @Override
  public String toString() {
    String variables =
        environment.entrySet().stream()
            .filter(entry -> !entry.getValue().isEmpty())
            .map(entry -> entry.getKey() + "=" + quoted(entry.getValue()) + " ")
            .collect(Collectors.joining());
    return variables + words.stream().map(Command::quoted).collect(Collectors.joining(" "));
  }

  private static String quoted(String word) {
    return word.matches("[\\w@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
