package dev.swarmha.deploy.cluster.declared;

import dev.swarmha.deploy.store.StoredKind;
import dev.swarmha.engine.Payload;
import dev.swarmha.stack.cluster.ClusterFile;
import dev.swarmha.stack.cluster.ClusterFile.Content;
import dev.swarmha.stack.cluster.ClusterLoader;
import dev.swarmha.stack.diagnostic.Diagnostic;
import dev.swarmha.stack.diagnostic.Diagnostics;
import dev.swarmha.stack.diagnostic.Loaded;
import dev.swarmha.stack.source.Environment;
import dev.swarmha.stack.source.StackSources;
import dev.swarmha.stack.source.TextFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the file of a cluster and all that it names, without an Engine. */
public final class LoadCluster {

  private final Environment environment;
  private final Path workingDirectory;
  private final InputStream standardInput;

  /** A use case that sees these variables and reads relative names from this directory. */
  public LoadCluster(
      Map<String, String> environment, Path workingDirectory, InputStream standardInput) {
    this.environment = new Environment(environment);
    this.workingDirectory = workingDirectory;
    this.standardInput = standardInput;
  }

  /**
   * A cluster, and where relative names in its file start.
   *
   * @param directory the directory of the file
   */
  public record LoadedCluster(DesiredCluster cluster, Path directory) {}

  /** Loads a cluster from a file, or from standard input for {@code -}. */
  public Loaded<LoadedCluster> run(String name) {
    return StackSources.read(List.of(name), workingDirectory, standardInput)
        .then(
            sources ->
                new ClusterLoader(environment)
                    .load(sources.sources().get(0))
                    .then(file -> withContents(file, sources.baseDirectory())));
  }

  private Loaded<LoadedCluster> withContents(ClusterFile file, Path directory) {
    Diagnostics problems = new Diagnostics();
    DesiredCluster cluster =
        new DesiredCluster(
            file,
            contents(StoredKind.SECRET, file.secrets(), directory, problems),
            contents(StoredKind.CONFIG, file.configs(), directory, problems));
    return problems.hasErrors()
        ? Loaded.failed(problems.all())
        : Loaded.of(new LoadedCluster(cluster, directory), problems.all());
  }

  private Map<String, Payload> contents(
      StoredKind kind, Map<String, Content> declared, Path directory, Diagnostics problems) {
    Map<String, Payload> contents = new LinkedHashMap<>();
    declared.forEach(
        (name, content) ->
            read(content, directory, problems)
                .filter(payload -> fits(kind, content, payload, problems))
                .ifPresent(payload -> contents.put(name, payload)));
    return contents;
  }

  private Optional<Payload> read(Content content, Path directory, Diagnostics problems) {
    if (content.variable().isPresent()) {
      String variable = content.variable().get();
      Optional<Payload> value =
          environment.get(variable).map(text -> Payload.of(text.getBytes(StandardCharsets.UTF_8)));
      if (value.isEmpty()) {
        report(content, "the variable " + variable + " is not set", problems);
      }
      return value;
    }
    String written = content.file().orElseThrow();
    try {
      return Optional.of(Payload.of(TextFile.bytes(TextFile.resolve(directory, written))));
    } catch (IOException unreadable) {
      report(content, TextFile.reason("\"" + written + "\"", unreadable), problems);
      return Optional.empty();
    }
  }

  private static boolean fits(
      StoredKind kind, Content content, Payload payload, Diagnostics problems) {
    boolean fits = payload.size() > 0 && payload.size() <= kind.largest();
    if (!fits) {
      String message =
          "the content has " + payload.size() + " bytes; Swarm keeps from 1 to " + kind.largest();
      report(content, message, problems);
    }
    return fits;
  }

  private static void report(Content content, String message, Diagnostics problems) {
    problems.add(Diagnostic.error("missing-content", content.origin(), content.path(), message));
  }
}
