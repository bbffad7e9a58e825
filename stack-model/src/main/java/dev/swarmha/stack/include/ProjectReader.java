package dev.swarmha.stack.include;

import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.stack.canonical.ServiceVariables;
import dev.swarmha.stack.diagnostic.Diagnostics;
import dev.swarmha.stack.dialect.Dialect;
import dev.swarmha.stack.extend.OtherFiles;
import dev.swarmha.stack.extend.ServiceExtender;
import dev.swarmha.stack.layer.Layer;
import dev.swarmha.stack.layer.LayerReader;
import dev.swarmha.stack.layer.Project;
import dev.swarmha.stack.layer.SourceFiles;
import dev.swarmha.stack.layer.Witness;
import dev.swarmha.stack.merge.Merger;
import dev.swarmha.stack.source.StackSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads files that belong together, and those that they bring in, and merges them into one. */
public final class ProjectReader {

  private final Diagnostics problems;
  private final Dialect dialect;
  private final LayerReader reader;
  private final Merger merger;
  private final ServiceExtender extender;
  private final Includer includer;

  /**
   * A reader in one dialect.
   *
   * @param readDotEnv whether a {@code .env} beside files that are included is read
   * @param witness sees what is read
   */
  public ProjectReader(
      Dialect dialect,
      SourceFiles files,
      boolean readDotEnv,
      Witness witness,
      Diagnostics problems) {
    this.dialect = dialect;
    this.problems = problems;
    this.reader = new LayerReader(dialect, witness, problems);
    this.merger = new Merger(dialect, problems);
    OtherFiles others = new OtherFiles(reader, files, merger, problems);
    this.extender = new ServiceExtender(others, merger, problems);
    this.includer = new Includer(this, files, readDotEnv, problems);
  }

  /** The sources as one file in its long form; nothing where one of them is not even YAML. */
  public Optional<Mapping> read(List<StackSource> sources, Project project) {
    Optional<Mapping> merged = Optional.empty();
    boolean unreadable = false;
    for (StackSource source : sources) {
      List<Layer> layers = reader.read(source, project);
      unreadable |= layers.isEmpty();
      for (Layer layer : layers) {
        Layer whole = whole(source, layer, project);
        merged =
            Optional.of(
                merged
                    .map(before -> merger.merge(before, whole.root(), whole.replaced()))
                    .orElse(whole.root()));
      }
    }
    return unreadable ? Optional.empty() : merged.map(all -> filled(all, project));
  }

  /**
   * What the variables hold that included secrets and configs name; by entry and variable, as far
   * as it has been read.
   */
  public Map<DocumentPath, String> contents() {
    return includer.contents();
  }

  private Layer whole(StackSource source, Layer layer, Project project) {
    return includer.include(extender.extend(source.name(), layer, project), project);
  }

  private Mapping filled(Mapping file, Project project) {
    return dialect == Dialect.STACK
        ? file
        : new ServiceVariables(project.environment(), problems).fill(file);
  }
}
