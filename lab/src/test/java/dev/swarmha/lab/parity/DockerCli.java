package dev.swarmha.lab.parity;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.swarmha.lab.InstalledDocker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** The docker CLI of this machine, with an environment of its own. */
final class DockerCli implements Deployer {

  private static final long PATIENCE_SECONDS = 30;

  private final InstalledDocker installed;
  private final Path scratch;

  /**
   * The program.
   *
   * @param scratch an empty directory: the configuration, and a place for outputs
   */
  DockerCli(InstalledDocker installed, Path scratch) {
    this.installed = installed;
    this.scratch = scratch;
  }

  @Override
  public Ended deploy(ParityCase parityCase, List<String> files, RecordingEngine engine) {
    return deploy(parityCase, files, CaseInput.of(parityCase), engine);
  }

  /** Deploys one file that is nowhere on disk and names no version of its format. */
  Ended deployText(ParityCase parityCase, String file, RecordingEngine engine) {
    return deploy(parityCase, List.of("-"), installed.readable(file), engine);
  }

  private Ended deploy(
      ParityCase parityCase, List<String> files, String input, RecordingEngine engine) {
    List<String> words = new ArrayList<>(List.of(installed.command()));
    words.addAll(installed.stackDeploy());
    words.addAll(List.of("--resolve-image", parityCase.settings().resolveImage()));
    files.forEach(file -> words.addAll(List.of("-c", file)));
    words.add(STACK);
    Map<String, String> environment = new TreeMap<>(parityCase.settings().variables());
    environment.put("DOCKER_HOST", engine.address());
    return run(words, parityCase.directory(), environment, input);
  }

  private Ended run(
      List<String> words, Path directory, Map<String, String> environment, String input) {
    try {
      Path out = Files.createTempFile(scratch, "docker", ".out");
      Path err = Files.createTempFile(scratch, "docker", ".err");
      Path in = Files.writeString(Files.createTempFile(scratch, "docker", ".in"), input, UTF_8);
      ProcessBuilder builder = new ProcessBuilder(words).directory(directory.toFile());
      builder.redirectInput(in.toFile()).redirectOutput(out.toFile()).redirectError(err.toFile());
      builder.environment().keySet().removeIf(name -> !name.equals("PATH"));
      builder.environment().putAll(environment);
      builder.environment().put("DOCKER_CONFIG", scratch.resolve("config").toString());
      Process process = builder.start();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException(words + " takes too long");
      }
      return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", interrupted);
    }
  }
}
