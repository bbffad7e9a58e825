package dev.swarmha.stack.canonical;

import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Origin;
import dev.swarmha.document.Sequence;
import dev.swarmha.stack.diagnostic.Diagnostic;
import dev.swarmha.stack.diagnostic.Diagnostics;
import dev.swarmha.stack.source.Environment;
import dev.swarmha.stack.source.TextFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A service's {@code env_file} and {@code environment} to one mapping under {@code environment}:
 * texts, or null for a variable without a value. Later files win over earlier ones and the service
 * over its files; what is empty takes the value of the process's variable of that name.
 */
final class EnvironmentForm implements Form {

  private static final String FILES = "env_file";
  private static final String VARIABLES = "environment";

  private final Paths paths;
  private final Environment environment;
  private final Diagnostics problems;

  EnvironmentForm(Paths paths, Environment environment, Diagnostics problems) {
    this.paths = paths;
    this.environment = environment;
    this.problems = problems;
  }

  @Override
  public Document apply(DocumentPath path, Document document) {
    Mapping service = document.asMapping().orElse(Mapping.empty());
    if (!service.has(FILES) && !service.has(VARIABLES)) {
      return service;
    }
    Mapping.Builder all = Mapping.builder();
    Optional<Document> files = service.get(FILES).map(file -> Forms.list(path, file));
    List<Document> names = files.flatMap(Document::asSequence).orElseGet(Sequence::of).items();
    for (Document name : names) {
      readFile(path.child(FILES), name, all);
    }
    Optional<Document> written = service.get(VARIABLES);
    written.ifPresent(variables -> own(variables, all));
    Origin origin = written.or(() -> files).map(Document::origin).orElse(service.origin());
    return service.without(FILES).with(VARIABLES, all.build(origin));
  }

  private void own(Document variables, Mapping.Builder all) {
    Mapping byName =
        EnvironmentEntries.byName(DocumentPath.root(), variables)
            .asMapping()
            .orElse(Mapping.empty());
    byName
        .entries()
        .forEach((name, value) -> all.put(name, byName.keyOrigin(name), filled(name, value)));
  }

  private Document filled(String name, Document value) {
    boolean empty = value.isNull() || value.asText().filter(String::isEmpty).isPresent();
    return environment
        .get(name)
        .filter(known -> empty)
        .<Document>map(known -> Document.text(known).withOrigin(value.origin()))
        .orElseGet(() -> EnvironmentEntries.text(value));
  }

  private void readFile(DocumentPath path, Document name, Mapping.Builder all) {
    Optional<Path> file = paths.file(path, name);
    if (file.isEmpty()) {
      return;
    }
    try {
      new RawVariables(environment, true, problems)
          .read(name.toString(), TextFile.read(file.get()), path, all);
    } catch (IOException unreadable) {
      String message = TextFile.reason("\"" + name + "\"", unreadable);
      problems.add(Diagnostic.error("missing-file", name.origin(), path, message));
    }
  }
}
