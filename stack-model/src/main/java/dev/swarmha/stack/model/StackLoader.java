package dev.swarmha.stack.model;

import static java.util.Objects.requireNonNull;

import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.stack.canonical.Completions;
import dev.swarmha.stack.canonical.FinalForms;
import dev.swarmha.stack.diagnostic.Diagnostic;
import dev.swarmha.stack.diagnostic.Diagnostics;
import dev.swarmha.stack.diagnostic.Loaded;
import dev.swarmha.stack.dialect.Dialect;
import dev.swarmha.stack.dialect.DialectChoice;
import dev.swarmha.stack.include.ProjectReader;
import dev.swarmha.stack.layer.Project;
import dev.swarmha.stack.layer.ReadDocument;
import dev.swarmha.stack.layer.ReadDocuments;
import dev.swarmha.stack.layer.SourceFiles;
import dev.swarmha.stack.layer.Witness;
import dev.swarmha.stack.merge.UniqueItems;
import dev.swarmha.stack.profile.ProfileFilter;
import dev.swarmha.stack.source.EntryVariables;
import dev.swarmha.stack.source.Environment;
import dev.swarmha.stack.source.StackSources;
import dev.swarmha.stack.validate.StackRules;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The way from the texts of a stack to its model. Each file is parsed, interpolated, validated and
 * brought to its long form by itself, so that every complaint names the file at fault; then they
 * are merged with what they extend and include, and the whole is looked at once more.
 */
public final class StackLoader {

  private static final String PROJECT_NAME = "COMPOSE_PROJECT_NAME";

  private final Environment environment;
  private final Optional<String> stackName;
  private final boolean readDotEnv;

  /** A loader that takes variables from an environment. */
  public StackLoader(Environment environment) {
    this(environment, Optional.empty(), true);
  }

  /**
   * A loader that takes variables from an environment.
   *
   * @param stackName the name of the stack, where it is known
   * @param readDotEnv whether a {@code .env} beside files that are included is read
   */
  public StackLoader(Environment environment, Optional<String> stackName, boolean readDotEnv) {
    this.environment = environment;
    this.stackName = stackName;
    this.readDotEnv = readDotEnv;
  }

  /** Loads a stack in the dialect that its files are evidently written in. */
  public Loaded<Stack> load(StackSources sources) {
    return load(DialectChoice.AUTO, sources);
  }

  /** Loads a stack in the dialect that the user chose. */
  public Loaded<Stack> load(DialectChoice choice, StackSources sources) {
    SourceFiles files = new SourceFiles();
    return switch (choice) {
      case STACK -> load(Dialect.STACK, sources, files);
      case COMPOSE -> load(Dialect.COMPOSE, sources, files);
      case AUTO -> loadEither(sources, files);
    };
  }

  private Loaded<Stack> loadEither(StackSources sources, SourceFiles files) {
    Loaded<Stack> stack = load(Dialect.STACK, sources, files);
    return stack.isOk() ? stack : Readings.better(stack, load(Dialect.COMPOSE, sources, files));
  }

  /**
   * How a stack was read.
   *
   * @param documents those of all files that took part, in the order of reading
   */
  public record Trace(Loaded<Stack> loaded, List<ReadDocument> documents) {
    public Trace {
      requireNonNull(loaded, "loaded");
      documents = List.copyOf(documents);
    }
  }

  /** Loads a stack in one dialect and keeps what was read. */
  public Trace trace(Dialect dialect, StackSources sources) {
    ReadDocuments documents = new ReadDocuments();
    Loaded<Stack> loaded = load(dialect, sources, new SourceFiles(), documents);
    return new Trace(loaded, documents.all());
  }

  private Loaded<Stack> load(Dialect dialect, StackSources sources, SourceFiles files) {
    return load(dialect, sources, files, Witness.NONE);
  }

  private Loaded<Stack> load(
      Dialect dialect, StackSources sources, SourceFiles files, Witness witness) {
    Diagnostics problems = new Diagnostics();
    Environment variables = dialect == Dialect.COMPOSE ? composeVariables() : environment;
    ProjectReader reader = new ProjectReader(dialect, files, readDotEnv, witness, problems);
    Optional<Mapping> read = reader.read(sources.sources(), project(sources, variables));
    if (read.isEmpty()) {
      return Loaded.failed(problems.all());
    }
    Mapping merged =
        dialect == Dialect.COMPOSE ? completed(read.get(), variables, problems) : read.get();
    EntryVariables contents = new EntryVariables(variables, reader.contents());
    new StackRules(contents, problems).check(merged);
    return problems.hasErrors()
        ? Loaded.failed(problems.all())
        : Loaded.of(new StackBinder(contents).bind(dialect, merged), problems.all());
  }

  private Mapping completed(Mapping merged, Environment variables, Diagnostics problems) {
    checkName(merged, problems);
    Mapping unique = new UniqueItems().apply(merged);
    Mapping enabled = new ProfileFilter(variables, problems).apply(unique);
    Mapping whole = new FinalForms(variables, problems).complete(enabled);
    return new Completions(problems).apply(whole);
  }

  /** docker compose makes its own name for what is deployed known to the file. */
  private Environment composeVariables() {
    return stackName
        .map(name -> new Environment(Map.of(PROJECT_NAME, name)).orElse(environment))
        .orElse(environment);
  }

  private void checkName(Mapping merged, Diagnostics problems) {
    Optional<Document> named = merged.get("name");
    boolean other =
        stackName.isPresent() && named.filter(name -> !stackName.equals(name.asText())).isPresent();
    if (other) {
      String message =
          "ignored: the stack is called \"" + stackName.get() + "\", as the command line says";
      problems.add(
          Diagnostic.warning(
              "ignored-key", named.orElseThrow().origin(), DocumentPath.of("name"), message));
    }
  }

  private static Project project(StackSources sources, Environment variables) {
    String first = sources.sources().isEmpty() ? "" : sources.sources().get(0).name();
    boolean onDisk = !first.isEmpty() && !first.equals(StackSources.STANDARD_INPUT);
    Path shown = onDisk ? Path.of(first) : Path.of("");
    Path parent = shown.getParent();
    List<Path> chain =
        onDisk ? List.of(sources.baseDirectory().resolve(shown.getFileName())) : List.of();
    return new Project(
        sources.baseDirectory(), parent == null ? Path.of("") : parent, variables, chain);
  }
}
