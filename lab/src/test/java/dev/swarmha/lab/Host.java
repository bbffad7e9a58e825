package dev.swarmha.lab;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Programs of this machine that have to succeed. */
final class Host {

  private Host() {}

  static void run(Path directory, String... words) throws IOException {
    try {
      Path log = directory.resolve("commands.log");
      Process process =
          new ProcessBuilder(words)
              .directory(directory.toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
      if (process.waitFor() != 0) {
        throw new IOException(List.of(words) + " has failed; see " + log);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", interrupted);
    }
  }
}
