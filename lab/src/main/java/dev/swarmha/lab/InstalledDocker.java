package dev.swarmha.lab;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The docker CLI that swarmha is compared with: {@code docker} on the PATH, or what the variable
 * {@code SWARMHA_LAB_DOCKER} names. It may be as old as that of Debian 12, 20.10.
 *
 * @param command the name of the program on the PATH, or its path
 * @param stackDeploy the words that make it deploy a stack without waiting for it
 */
public record InstalledDocker(String command, DockerVersion version, List<String> stackDeploy) {

  private static final String VARIABLE = "SWARMHA_LAB_DOCKER";
  private static final String DETACH = "--detach";

  /** Those before it take a file that names no version for one of 1.0, and refuse it. */
  private static final DockerVersion FILE_VERSION_IS_OPTIONAL = new DockerVersion(23, 0, 0);

  /** What all of them know that docker stack deploy can be told of. */
  private static final String FILE_VERSION = "version: \"3.9\"\n";

  private static final String EMPTY_FILE = "{}\n";

  public InstalledDocker {
    requireNonNull(command, "command");
    requireNonNull(version, "version");
    stackDeploy = List.copyOf(stackDeploy);
  }

  /** Asks it for its version, and what it can do. */
  public static InstalledDocker find() {
    String command = chosen();
    String version = said(command, "--version").replaceFirst("^Docker version ", "");
    List<String> words = new ArrayList<>(List.of("stack", "deploy"));
    // Old ones never wait and do not know the word; new ones may come to wait unless told.
    if (said(command, "stack", "deploy", "--help").contains(DETACH)) {
      words.add(DETACH + "=true");
    }
    return new InstalledDocker(command, DockerVersion.parse(version), words);
  }

  /** The program that is to be run, without a look at it. */
  static String chosen() {
    String named = System.getenv().getOrDefault(VARIABLE, "");
    return named.isBlank() ? "docker" : named;
  }

  /** The arguments that make it deploy a stack without waiting for it. */
  public String[] deploying(String... arguments) {
    return Stream.concat(stackDeploy.stream(), Stream.of(arguments)).toArray(String[]::new);
  }

  /** A file that swarmha has written, with a version of its format if this CLI demands one. */
  public String readable(String file) {
    if (version.compareTo(FILE_VERSION_IS_OPTIONAL) >= 0) {
      return file;
    }
    return file.equals(EMPTY_FILE) ? FILE_VERSION : FILE_VERSION + file;
  }

  private static String said(String... words) {
    try {
      Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), UTF_8);
      int code = process.waitFor();
      if (code != 0) {
        throw new IllegalStateException(
            String.join(" ", words) + " ends with " + code + ": " + said);
      }
      return said;
    } catch (IOException broken) {
      throw new UncheckedIOException(
          "no docker CLI to compare with; install one, or name it in " + VARIABLE, broken);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", interrupted);
    }
  }
}
