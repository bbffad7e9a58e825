package dev.swarmha.stack.include;

import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.stack.diagnostic.Diagnostic;
import dev.swarmha.stack.diagnostic.Diagnostics;
import dev.swarmha.stack.layer.Layer;
import dev.swarmha.stack.layer.Project;
import dev.swarmha.stack.layer.SourceFiles;
import dev.swarmha.stack.source.StackSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Brings into a layer what it includes, after compose-go's {@code loader/include.go}: each
 * inclusion is a project with a directory and variables of its own, and nothing that it brings may
 * be there already, unless it is the same.
 */
final class Includer {

  private static final String KEY = "include";
  private static final List<String> SECTIONS =
      List.of("services", "volumes", "networks", "secrets", "configs");

  private final ProjectReader projects;
  private final SourceFiles files;
  private final InclusionVariables variables;
  private final Diagnostics problems;

  Includer(ProjectReader projects, SourceFiles files, boolean readDotEnv, Diagnostics problems) {
    this.projects = projects;
    this.files = files;
    this.variables = new InclusionVariables(readDotEnv, problems);
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

  private Optional<Mapping> read(Mapping entry, DocumentPath path, Project project) {
    List<Document> written = entry.sequence("path").items();
    List<StackSource> sources = new ArrayList<>();
    for (Document file : written) {
      if (closesCycle(file, path, project)) {
        return Optional.empty();
      }
      files.read(project, file, path, problems).ifPresent(sources::add);
    }
    if (written.isEmpty() || sources.size() < written.size()) {
      return Optional.empty();
    }
    Project inner = place(entry, written.get(0).toString(), project);
    return variables
        .of(entry, project, inner)
        .flatMap(environment -> projects.read(sources, inner.with(environment)));
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

  private static Project place(Mapping entry, String first, Project project) {
    Path file = project.resolve(first);
    Optional<String> named = entry.text("project_directory");
    Path directory = named.map(project::resolve).orElse(parent(file, project.directory()));
    Path shown =
        named
            .map(project::shown)
            .map(Path::of)
            .orElse(parent(Path.of(project.shown(first)), Path.of("")));
    return project.in(directory, shown).through(file);
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
    return all;
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
