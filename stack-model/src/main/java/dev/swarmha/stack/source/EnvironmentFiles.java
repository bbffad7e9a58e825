package dev.swarmha.stack.source;

import dev.swarmha.stack.diagnostic.Diagnostic;
import dev.swarmha.stack.diagnostic.Diagnostics;
import dev.swarmha.stack.diagnostic.Loaded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Completes the process's environment from files: those that the user names, later ones over
 * earlier ones, and under them a {@code .env} beside the stack file. The process itself wins.
 */
public final class EnvironmentFiles {

  private static final String DOT_ENV = ".env";

  private final Environment process;
  private final Path workingDirectory;

  public EnvironmentFiles(Environment process, Path workingDirectory) {
    this.process = process;
    this.workingDirectory = workingDirectory;
  }

  /** The process's environment and the named files, relative to the working directory. */
  public Loaded<Environment> load(List<String> names) {
    Diagnostics problems = new Diagnostics();
    Environment files = Environment.empty();
    for (String name : names) {
      files = read(name, workingDirectory.resolve(name), files, problems);
    }
    return result(files, problems);
  }

  /** As {@link #load(List)}, with a {@code .env} in a directory beneath, if there is one. */
  public Loaded<Environment> load(List<String> names, Path dotEnvDirectory) {
    Path dotEnv = dotEnvDirectory.resolve(DOT_ENV);
    if (!Files.isRegularFile(dotEnv)) {
      return load(names);
    }
    Diagnostics problems = new Diagnostics();
    Environment under = read(DOT_ENV, dotEnv, Environment.empty(), problems);
    Loaded<Environment> named = load(names);
    problems.addAll(named.diagnostics());
    return result(named.value().orElse(process).orElse(under), problems);
  }

  /** The variables of one text alone, which may refer to those known before. */
  public static Optional<Environment> parse(
      String name, String text, Environment known, Diagnostics problems) {
    return parse(name, text, known, Environment.empty(), problems);
  }

  /**
   * The variables of one text over those of the files before it.
   *
   * @param process what wins over all of them
   * @return nothing where the text is wrong, for the reason added
   */
  public static Optional<Environment> parse(
      String name, String text, Environment process, Environment before, Diagnostics problems) {
    return new DotEnv(name, process, before).parse(text, problems);
  }

  private Loaded<Environment> result(Environment files, Diagnostics problems) {
    return problems.hasErrors()
        ? Loaded.failed(problems.all())
        : Loaded.of(process.orElse(files), problems.all());
  }

  private Environment read(String name, Path file, Environment before, Diagnostics problems) {
    try {
      return parse(name, TextFile.read(file), process, before, problems).orElse(before);
    } catch (IOException unreadable) {
      problems.add(
          Diagnostic.ofSource("missing-file", name, TextFile.reason("the file", unreadable)));
      return before;
    }
  }
}
