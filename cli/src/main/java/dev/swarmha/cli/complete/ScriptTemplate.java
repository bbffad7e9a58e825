package dev.swarmha.cli.complete;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The parts of the scripts that are the same whatever commands there are. */
final class ScriptTemplate {

  private ScriptTemplate() {}

  /** One of the files beside this class. */
  static String read(String name) {
    try (InputStream file = ScriptTemplate.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException(name + " is not packaged");
      }
      return new String(file.readAllBytes(), UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
