package dev.swarmha.cli.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The version that the build gave to the program. */
public final class VersionText {

  private VersionText() {}

  /** What {@code --version} prints. */
  public static String line() {
    return "swarmha " + number();
  }

  static String number() {
    try (InputStream text = VersionText.class.getResourceAsStream("version.txt")) {
      return new String(requireNonNull(text, "version.txt").readAllBytes(), UTF_8).strip();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
