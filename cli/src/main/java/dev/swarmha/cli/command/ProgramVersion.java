package dev.swarmha.cli.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import picocli.CommandLine.IVersionProvider;

/** The version that the build gave to the program. */
public final class ProgramVersion implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {line()};
  }

  /** What {@code --version} prints. */
  public static String line() {
    return "swarmha " + number();
  }

  static String number() {
    try (InputStream text = ProgramVersion.class.getResourceAsStream("version.txt")) {
      return new String(requireNonNull(text, "version.txt").readAllBytes(), UTF_8).strip();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
