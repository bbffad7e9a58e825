package dev.swarmha.stack.include;

import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Sequence;
import dev.swarmha.stack.canonical.ServiceVariables;
import dev.swarmha.stack.diagnostic.Diagnostic;
import dev.swarmha.stack.diagnostic.Diagnostics;
import dev.swarmha.stack.layer.Layer;
import dev.swarmha.stack.layer.Project;
import dev.swarmha.stack.layer.SourceFiles;
import dev.swarmha.stack.source.Environment;
import dev.swarmha.stack.source.StackSource;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Brings into a layer what it includes, after compose-go's {@code loader/include.go}: each
 * inclusion is a project with a directory and variables of its own, and nothing that it brings may
 * be there already, unless it is the same.
 */
final class Includer {

  private static final String KEY = "include";
  private static final String DIRECTORY = "project_directory";
  private static final String OWN = "x-swarmha";
  private static final String HEALTH = "health";
  private static final List<String> SECTIONS =
      List.of("services", "volumes", "networks", "secrets", "configs");

  private final ProjectReader projects;
  private final SourceFiles files;
  private final InclusionVariables variables;
  private final IncludedContents contents;
  private final Diagnostics problems;

  Includer(ProjectReader projects, SourceFiles files, boolean readDotEnv, Diagnostics problems) {
    this.projects = projects;
    this.files = files;
    this.variables = new InclusionVariables(readDotEnv, problems);
    this.contents = new IncludedContents(problems);
    this.problems = problems;
  }

  Layer include(Layer layer, Project project) {
    List<Document> entries = layer.root().sequence(KEY).items();
    Mapping root = layer.root();
    for (int i = 0; i < entries.size(); i++) {
      Mapping entry = entries.get(i).asMapping().orElse(Mapping.empty());
      Optional<Mapping> brought = read(entry, DocumentPath.of(KEY).child(i), project);
      if (brought.isPresent()) {
        root = withAll(root, brought.get());
      }
    }
    return layer.withRoot(root.without(KEY));
  }

  /**
   * What variables hold that secrets and configs name, where the included files alone have them.
   */
  Map<DocumentPath, String> contents() {
    return contents.values();
  }

  private Optional<Mapping> read(Mapping entry, DocumentPath path, Project project) {
    List<Document> written = entry.sequence("path").items();
    List<StackSource> sources = new ArrayList<>();
    for (Document file : written) {
      Optional<StackSource> source = files.read(project, file, path, problems);
      if (source.isPresent() && closesCycle(file, path, project)) {
        return Optional.empty();
      }
      source.ifPresent(sources::add);
    }
    if (written.isEmpty()) {
      Document place = entry.get("path").orElse(entry);
      problems.add(Diagnostic.error(KEY, place.origin(), path, "names no file"));
    }
    return written.isEmpty() || sources.size() < written.size()
        ? Optional.empty()
        : place(entry, path, written.get(0).toString(), project)
            .flatMap(inner -> read(entry, path, sources, project, inner));
  }

  private Optional<Mapping> read(
      Mapping entry, DocumentPath path, List<StackSource> sources, Project outer, Project inner) {
    Optional<Environment> environment = variables.of(entry, path, outer, inner);
    if (environment.isEmpty()) {
      return Optional.empty();
    }
    Optional<Mapping> brought = projects.read(sources, inner.with(environment.get()));
    brought.ifPresent(all -> contents.note(all, environment.get()));
    return brought.map(new ServiceVariables(environment.get(), problems)::read);
  }

  private boolean closesCycle(Document file, DocumentPath path, Project project) {
    Path absolute = project.resolve(file.toString());
    if (!project.chain().contains(absolute)) {
      return false;
    }
    String way =
        project.chain().stream().map(Path::toString).collect(Collectors.joining(" includes "));
    String message = "the files include each other: " + way + " includes " + absolute;
    problems.add(Diagnostic.error(KEY, file.origin(), path, message));
    return true;
  }

  private Optional<Project> place(Mapping entry, DocumentPath path, String first, Project project) {
    Optional<Document> named = entry.get(DIRECTORY);
    Path file = project.resolve(first);
    try {
      Path directory =
          named
              .map(written -> project.resolve(written.toString()))
              .orElse(parent(file, project.directory()));
      Path shown =
          named
              .map(written -> Path.of(project.shown(written.toString())))
              .orElse(parent(Path.of(project.shown(first)), Path.of("")));
      return Optional.of(project.in(directory, shown).through(file));
    } catch (InvalidPathException invalid) {
      Document written = named.orElseThrow();
      String message = "\"" + written + "\" is no path";
      problems.add(Diagnostic.error("bad-value", written.origin(), path.child(DIRECTORY), message));
      return Optional.empty();
    }
  }

  private static Path parent(Path file, Path otherwise) {
    Path parent = file.getParent();
    return parent == null ? otherwise : parent;
  }

  private Mapping withAll(Mapping root, Mapping brought) {
    Mapping all = root;
    for (String section : SECTIONS) {
      Mapping there = brought.mapping(section);
      if (!there.isEmpty()) {
        all = all.with(section, both(section, all.mapping(section), there));
      }
    }
    return withHealth(all, brought);
  }

  /** What must answer before an included project counts as healthy must do so here, too. */
  private static Mapping withHealth(Mapping root, Mapping brought) {
    Set<Document> checks = new LinkedHashSet<>(root.mapping(OWN).sequence(HEALTH).items());
    Sequence more = brought.mapping(OWN).sequence(HEALTH);
    boolean any = checks.addAll(more.items());
    return any
        ? root.withAt(
            DocumentPath.of(OWN, HEALTH), new Sequence(List.copyOf(checks), more.origin()))
        : root;
  }

  private Mapping both(String section, Mapping here, Mapping there) {
    Mapping.Builder both = Mapping.builder().putAll(here);
    there
        .entries()
        .forEach(
            (name, entry) -> {
              Optional<Document> known = here.get(name);
              if (known.isEmpty()) {
                both.put(name, there.keyOrigin(name), entry);
              } else if (!known.get().equals(entry)) {
                conflict(DocumentPath.of(section, name), here, there, name);
              }
            });
    return both.build(here.isEmpty() ? there.origin() : here.origin());
  }

  private void conflict(DocumentPath path, Mapping here, Mapping there, String name) {
    String message = "an included file has another \"" + name + "\", at " + there.keyOrigin(name);
    problems.add(
        Diagnostic.error(KEY, here.keyOrigin(name), path, message)
            .withHint("change what is included in a later file of the command line"));
  }
}
