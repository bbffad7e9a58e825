package dev.swarmha.stack.canonical;

import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Origin;
import dev.swarmha.document.Sequence;
import dev.swarmha.stack.diagnostic.Diagnostics;
import dev.swarmha.stack.source.Environment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The variables of a compose service: those of its {@code env_file}, later files over earlier ones,
 * and over them its {@code environment}. A variable without a value takes that of the process, and
 * is none where there is none.
 */
public final class ServiceVariables {

  private static final String FILES = "env_file";
  private static final String VARIABLES = "environment";
  private static final String CONTENT = "content";

  private final Environment environment;
  private final Diagnostics problems;

  public ServiceVariables(Environment environment, Diagnostics problems) {
    this.environment = environment;
    this.problems = problems;
  }

  /** All services with their variables that have no value filled in where the process has one. */
  public Mapping fill(Mapping file) {
    Mapping services = file.mapping("services");
    return services.isEmpty()
        ? file
        : file.with("services", services.map((name, one) -> filled(one)));
  }

  private Document filled(Document service) {
    Mapping mapping = service.asMapping().orElse(Mapping.empty());
    Mapping variables = mapping.mapping(VARIABLES);
    return variables.isEmpty()
        ? service
        : mapping.with(VARIABLES, variables.map((name, value) -> filled(name, value)));
  }

  private Document filled(String name, Document value) {
    return value.isNull()
        ? environment
            .get(name)
            .<Document>map(known -> Document.text(known).withOrigin(value.origin()))
            .orElse(value)
        : value;
  }

  /**
   * All services with what their files of variables say, so that nobody need read them again by
   * other variables. Files that cannot be read are left to {@link #fold}, when it is known whether
   * anybody needs them.
   */
  public Mapping read(Mapping file) {
    return file.map(
        (section, entries) ->
            section.equals("services") && entries instanceof Mapping services
                ? services.map((name, one) -> read(DocumentPath.of(section, name), one))
                : entries);
  }

  private Document read(DocumentPath path, Document document) {
    Mapping service = document.asMapping().orElse(Mapping.empty());
    if (!service.has(FILES)) {
      return document;
    }
    Mapping.Builder all = Mapping.builder();
    List<Document> entries = new ArrayList<>();
    for (Document item : service.sequence(FILES).items()) {
      Mapping entry = item.asMapping().orElse(Mapping.empty());
      Diagnostics found = new Diagnostics();
      Optional<Mapping> content = content(path, entry, all.build(), found);
      if (found.hasErrors()) {
        entries.add(entry);
        continue;
      }
      problems.addAll(found.all());
      content.ifPresent(all::putAll);
      entries.add(content.map(variables -> entry.with(CONTENT, variables)).orElse(entry));
    }
    return service.with(FILES, new Sequence(entries, service.sequence(FILES).origin()));
  }

  /** A service with its files folded into its variables. */
  Mapping fold(DocumentPath path, Mapping service) {
    if (!service.has(FILES) && !service.has(VARIABLES)) {
      return service;
    }
    Mapping.Builder all = Mapping.builder();
    List<Document> files = service.sequence(FILES).items();
    for (int i = 0; i < files.size(); i++) {
      Mapping entry = files.get(i).asMapping().orElse(Mapping.empty());
      content(path.child(FILES).child(i), entry, all.build(), problems).ifPresent(all::putAll);
    }
    Mapping own = service.mapping(VARIABLES);
    own.entries().forEach((name, value) -> all.put(name, own.keyOrigin(name), filled(name, value)));
    Origin origin = service.get(VARIABLES).or(() -> service.get(FILES)).orElseThrow().origin();
    return service.without(FILES).with(VARIABLES, withoutNulls(all.build(origin)));
  }

  private static Mapping withoutNulls(Mapping variables) {
    Mapping.Builder given = Mapping.builder();
    variables
        .entries()
        .forEach(
            (name, value) -> {
              if (!value.isNull()) {
                given.put(name, variables.keyOrigin(name), value);
              }
            });
    return given.build(variables.origin());
  }

  private Optional<Mapping> content(
      DocumentPath path, Mapping entry, Mapping before, Diagnostics found) {
    Document written = entry.get("path").orElse(entry);
    boolean required = entry.get("required").flatMap(Document::asBoolean).orElse(true);
    if (entry.has(CONTENT)) {
      return Optional.of(entry.mapping(CONTENT));
    }
    if (!required && !Files.exists(Path.of(written.toString()))) {
      return Optional.empty();
    }
    // The files above are looked at first, as compose-go does it.
    Environment known = new Environment(before.texts()).orElse(environment);
    boolean raw = entry.text("format").isPresent();
    return Optional.of(new VariableFiles(found).read(path, written, raw, known));
  }
}
