package dev.swarmha.deploy;

import static java.util.Objects.requireNonNull;

import dev.swarmha.deploy.convert.SpecConverter;
import dev.swarmha.deploy.plan.DesiredStack;
import dev.swarmha.stack.diagnostic.Loaded;
import dev.swarmha.stack.dialect.DialectChoice;
import dev.swarmha.stack.model.Stack;
import dev.swarmha.stack.model.StackLoader;
import dev.swarmha.stack.source.Environment;
import dev.swarmha.stack.source.EnvironmentFiles;
import dev.swarmha.stack.source.StackSources;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads stack files all the way to what the swarm should have, without an Engine: whatever is wrong
 * in them is told at once, and before anything else happens.
 */
public final class LoadStack {

  private final Environment process;
  private final Path workingDirectory;
  private final InputStream standardInput;

  /** A use case that sees these variables and reads relative names from this directory. */
  public LoadStack(
      Map<String, String> environment, Path workingDirectory, InputStream standardInput) {
    this.process = new Environment(environment);
    this.workingDirectory = workingDirectory;
    this.standardInput = standardInput;
  }

  /** Loads a stack under the name by which it is to be deployed. */
  public Loaded<DesiredStack> run(String stack, StackFiles files) {
    return model(Optional.of(stack), files)
        .then(model -> new SpecConverter().convert(stack, model));
  }

  /** Loads a stack whose name does not matter yet. */
  public Loaded<Stack> model(StackFiles files) {
    return model(Optional.empty(), files);
  }

  private Loaded<Stack> model(Optional<String> stack, StackFiles files) {
    return open(files)
        .then(
            opened ->
                new StackLoader(opened.environment(), stack, files.readDotEnv())
                    .load(files.dialect(), opened.sources()));
  }

  /** Texts and variables, read but not looked at. */
  record Opened(StackSources sources, Environment environment) {}

  Loaded<Opened> open(StackFiles files) {
    return StackSources.read(files.stackFiles(), workingDirectory, standardInput)
        .then(
            sources ->
                environment(files, sources).map(variables -> new Opened(sources, variables)));
  }

  private Loaded<Environment> environment(StackFiles files, StackSources sources) {
    EnvironmentFiles reader = new EnvironmentFiles(process, workingDirectory);
    return files.readDotEnv()
        ? reader.load(files.environmentFiles(), sources.baseDirectory())
        : reader.load(files.environmentFiles());
  }

  /**
   * The files to read.
   *
   * @param stackFiles in the order in which they are merged; {@code -} is standard input
   * @param environmentFiles variables, later files over earlier ones, the process over all
   * @param readDotEnv also read a {@code .env} beside the first stack file, under all others
   * @param dialect how the stack files are read
   */
  public record StackFiles(
      List<String> stackFiles,
      List<String> environmentFiles,
      boolean readDotEnv,
      DialectChoice dialect) {
    public StackFiles {
      stackFiles = List.copyOf(requireNonNull(stackFiles, "stackFiles"));
      environmentFiles = List.copyOf(requireNonNull(environmentFiles, "environmentFiles"));
      requireNonNull(dialect, "dialect");
    }
  }
}
