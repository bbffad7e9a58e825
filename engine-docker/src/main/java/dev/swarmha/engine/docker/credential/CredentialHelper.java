package dev.swarmha.engine.docker.credential;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.CredentialsException;
import dev.swarmha.engine.EngineInterruptedException;
import dev.swarmha.engine.docker.wire.Json;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A program that keeps credentials for the docker CLI: {@code docker-credential-NAME get}, with the
 * registry on its standard input and JSON on its standard output (docker-credential-helpers).
 */
final class CredentialHelper {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]*");
  private static final String NOT_FOUND = "credentials not found in native keychain";
  private static final int LONGEST_COMPLAINT = 300;

  private final String program;
  private final String searchPath;
  private final Duration patience;

  /**
   * A helper.
   *
   * @param searchPath the directories of {@code PATH}
   * @param patience how long it may take; some ask a person to unlock something
   * @throws CredentialsException when the name is none that a program could have
   */
  CredentialHelper(String name, String searchPath, Duration patience) {
    if (!NAME.matcher(name).matches()) {
      throw new CredentialsException(
          "the docker CLI's config file names a credential helper that cannot be one: '"
              + name
              + "'",
          null);
    }
    this.program = "docker-credential-" + name;
    this.searchPath = searchPath;
    this.patience = patience;
  }

  /** What it keeps for a registry; empty where it keeps nothing. */
  Optional<Mapping> get(RegistryKey registry) {
    Process process = start();
    CompletableFuture<byte[]> output = CompletableFuture.supplyAsync(() -> talk(process, registry));
    try {
      byte[] answer = output.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new TimeoutException();
      }
      return process.exitValue() == 0
          ? Optional.of(read(answer))
          : refused(new String(answer, UTF_8).strip(), registry);
    } catch (TimeoutException late) {
      throw failed("did not answer within " + patience.toSeconds() + " s", late);
    } catch (ExecutionException broken) {
      throw failed("broke off", broken);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new EngineInterruptedException("interrupted while " + program + " ran", interrupted);
    } finally {
      process.toHandle().destroy();
    }
  }

  private Process start() {
    try {
      return new ProcessBuilder(path().toString(), "get")
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      throw failed("cannot be run: " + e.getMessage(), e);
    }
  }

  private Path path() {
    for (String directory : searchPath.split(File.pathSeparator, -1)) {
      Path candidate = Path.of(directory, program);
      if (!directory.isEmpty() && Files.isExecutable(candidate)) {
        return candidate;
      }
    }
    throw failed("is not in PATH; install it, or log in anew with docker login", null);
  }

  private static byte[] talk(Process process, RegistryKey registry) {
    try {
      try (var input = process.getOutputStream()) {
        input.write(registry.text().getBytes(UTF_8));
      } catch (IOException notRead) {
        // One that has failed does not read; what it has written says why.
        return process.getInputStream().readAllBytes();
      }
      return process.getInputStream().readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Mapping read(byte[] answer) {
    // Its words are not repeated: they may be half a secret.
    Document document =
        Json.parse(new String(answer, UTF_8))
            .orElseThrow(() -> failed("did not answer with JSON", null));
    return document.asMapping().orElseThrow(() -> failed("did not answer with credentials", null));
  }

  private Optional<Mapping> refused(String words, RegistryKey registry) {
    if (words.equals(NOT_FOUND)) {
      return Optional.empty();
    }
    String line = words.replaceAll("\\s+", " ");
    throw failed(
        "has no credentials for "
            + registry
            + ": "
            + line.substring(0, Math.min(line.length(), LONGEST_COMPLAINT)),
        null);
  }

  private CredentialsException failed(String what, @Nullable Exception e) {
    return new CredentialsException("the credential helper " + program + " " + what, e);
  }
}
