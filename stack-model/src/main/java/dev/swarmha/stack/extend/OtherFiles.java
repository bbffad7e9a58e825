package dev.swarmha.stack.extend;

import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.stack.diagnostic.Diagnostics;
import dev.swarmha.stack.dialect.Dialect;
import dev.swarmha.stack.extend.Definitions.Definition;
import dev.swarmha.stack.layer.Layer;
import dev.swarmha.stack.layer.LayerReader;
import dev.swarmha.stack.layer.Project;
import dev.swarmha.stack.layer.SourceFiles;
import dev.swarmha.stack.merge.Merger;
import dev.swarmha.stack.parse.YamlDocument;
import dev.swarmha.stack.parse.YamlParser;
import dev.swarmha.stack.source.StackSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The files that services extend services of. Of such a file only the services that are extended
 * count: the rest may have variables that nobody sets and keys that nobody knows.
 */
public final class OtherFiles {

  private static final String SERVICES = "services";

  private final LayerReader reader;
  private final SourceFiles files;
  private final Merger merger;
  private final Diagnostics problems;

  public OtherFiles(LayerReader reader, SourceFiles files, Merger merger, Diagnostics problems) {
    this.reader = reader;
    this.files = files;
    this.merger = merger;
    this.problems = problems;
  }

  /** The services of a file, whose relative paths start from its own directory. */
  Optional<Definitions> read(Project from, Document written, DocumentPath path) {
    return files
        .read(from, written, path, problems)
        .flatMap(source -> definitions(from, written.toString(), source));
  }

  private Optional<Definitions> definitions(Project from, String written, StackSource source) {
    List<YamlDocument> documents = new YamlParser().parse(Dialect.COMPOSE, source, problems);
    if (documents.isEmpty()) {
      return Optional.empty();
    }
    Path shown = Path.of(from.shown(written));
    Project project =
        from.in(parent(from.resolve(written), from.directory()), parent(shown, Path.of("")));
    Set<String> names =
        documents.stream()
            .flatMap(document -> document.root().mapping(SERVICES).keys().stream())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    return Optional.of(
        new Definitions(
            source.name(),
            project,
            names,
            name ->
                service(name, reader.read(source, documents, project, root -> only(root, name)))));
  }

  private Optional<Definition> service(String name, List<Layer> layers) {
    Mapping merged = Mapping.empty();
    List<DocumentPath> replaced = new ArrayList<>();
    for (Layer layer : layers) {
      merged = merger.merge(merged, layer.root(), layer.replaced());
      replaced.addAll(layer.replaced());
    }
    return merged
        .mapping(SERVICES)
        .get(name)
        .flatMap(Document::asMapping)
        .map(service -> Definition.of(name, service, replaced));
  }

  private static Mapping only(Mapping root, String name) {
    Mapping services = root.mapping(SERVICES);
    Mapping.Builder one = Mapping.builder();
    services.get(name).ifPresent(found -> one.put(name, services.keyOrigin(name), found));
    return Mapping.builder()
        .put(SERVICES, root.keyOrigin(SERVICES), one.build(services.origin()))
        .build(root.origin());
  }

  private static Path parent(Path file, Path otherwise) {
    Path parent = file.getParent();
    return parent == null ? otherwise : parent;
  }
}
