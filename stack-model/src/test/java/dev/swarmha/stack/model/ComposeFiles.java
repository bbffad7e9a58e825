package dev.swarmha.stack.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.stack.diagnostic.Diagnostic;
import dev.swarmha.stack.diagnostic.Loaded;
import dev.swarmha.stack.dialect.DialectChoice;
import dev.swarmha.stack.source.Environment;
import dev.swarmha.stack.source.StackSources;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compose files in a directory of their own, loaded as from the command line there. */
public final class ComposeFiles {

  private final Path directory;

  public ComposeFiles(Path directory) {
    this.directory = directory;
  }

  public ComposeFiles write(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return this;
  }

  public Loaded<Stack> load(DialectChoice choice, Map<String, String> variables, String... names) {
    return StackSources.read(List.of(names), directory, InputStream.nullInputStream())
        .then(
            sources ->
                new StackLoader(new Environment(variables), Optional.of("shop"), true)
                    .load(choice, sources));
  }

  public Loaded<Stack> load(String... names) {
    return load(DialectChoice.COMPOSE, Map.of(), names);
  }

  /** What the files are together. */
  public Mapping tree(String... names) {
    return tree(load(names));
  }

  public Mapping tree(Map<String, String> variables, String... names) {
    return tree(load(DialectChoice.COMPOSE, variables, names));
  }

  /** What stands at some keys below {@code services.web}, as text. */
  public static String web(Mapping tree, String... keys) {
    return tree.mapping("services")
        .mapping("web")
        .at(keys)
        .map(Document::toString)
        .orElse("nothing");
  }

  /** The errors, as lines with the directory taken out. */
  public List<String> errors(String... names) {
    return lines(load(names).errors());
  }

  public List<String> lines(List<Diagnostic> diagnostics) {
    return diagnostics.stream()
        .map(one -> one.toString().replace(directory.toString(), "DIR"))
        .toList();
  }

  private static Mapping tree(Loaded<Stack> loaded) {
    assertThat(loaded.errors()).isEmpty();
    return loaded.value().orElseThrow().rendered();
  }
}
