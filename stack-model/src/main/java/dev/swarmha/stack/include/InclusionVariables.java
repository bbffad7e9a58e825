package dev.swarmha.stack.include;

import dev.swarmha.document.Mapping;
import dev.swarmha.stack.diagnostic.Diagnostics;
import dev.swarmha.stack.diagnostic.Loaded;
import dev.swarmha.stack.layer.Project;
import dev.swarmha.stack.source.Environment;
import dev.swarmha.stack.source.EnvironmentFiles;
import java.util.List;
import java.util.Optional;

/**
 * The variables of an inclusion: those around it, and under them those of its {@code env_file}, or
 * of a {@code .env} in its directory.
 */
final class InclusionVariables {

  private final boolean readDotEnv;
  private final Diagnostics problems;

  InclusionVariables(boolean readDotEnv, Diagnostics problems) {
    this.readDotEnv = readDotEnv;
    this.problems = problems;
  }

  /** Nothing where a file cannot be read, for the reason added. */
  Optional<Environment> of(Mapping entry, Project outer, Project inner) {
    List<String> named = entry.sequence("env_file").texts().toList();
    EnvironmentFiles files = new EnvironmentFiles(outer.environment(), outer.directory());
    Loaded<Environment> loaded =
        named.isEmpty() && readDotEnv
            ? files.load(List.of(), inner.directory())
            : files.load(named);
    problems.addAll(loaded.diagnostics());
    return loaded.value();
  }
}
