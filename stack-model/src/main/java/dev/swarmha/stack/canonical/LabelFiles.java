package dev.swarmha.stack.canonical;

import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Origin;
import dev.swarmha.document.Sequence;
import dev.swarmha.stack.diagnostic.Diagnostics;
import dev.swarmha.stack.diagnostic.Loaded;
import dev.swarmha.stack.source.Environment;
import dev.swarmha.stack.source.EnvironmentFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The labels that a service keeps in files, under those that the stack file gives it. */
final class LabelFiles {

  private static final String FILES = "label_file";
  private static final String LABELS = "labels";

  private final Paths paths;
  private final Diagnostics problems;

  LabelFiles(Paths paths, Diagnostics problems) {
    this.paths = paths;
    this.problems = problems;
  }

  Mapping apply(DocumentPath path, Mapping service) {
    if (!service.has(FILES)) {
      return service;
    }
    Mapping.Builder labels = Mapping.builder();
    Document names = Forms.list(path, service.get(FILES).orElseThrow());
    for (Document name : names.asSequence().orElseGet(Sequence::of).items()) {
      paths.file(path.child(FILES), name).ifPresent(file -> read(file, name.origin(), labels));
    }
    Optional<Mapping> own =
        service
            .get(LABELS)
            .map(written -> Forms.textsByName(path.child(LABELS), written))
            .flatMap(Document::asMapping);
    own.ifPresent(labels::putAll);
    Origin origin = own.map(Mapping::origin).orElse(names.origin());
    return service.without(FILES).with(LABELS, labels.build(origin));
  }

  private void read(Path file, Origin place, Mapping.Builder labels) {
    Path directory = Optional.ofNullable(file.getParent()).orElse(file);
    Loaded<Environment> read =
        new EnvironmentFiles(Environment.empty(), directory).load(List.of(file.toString()));
    problems.addAll(read.diagnostics());
    read.value()
        .ifPresent(
            variables ->
                new TreeMap<>(variables.variables())
                    .forEach(
                        (name, value) ->
                            labels.put(name, place, Document.text(value).withOrigin(place))));
  }
}
