package dev.swarmha.stack.model;

import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.stack.canonical.Canonicalizer;
import dev.swarmha.stack.canonical.Completions;
import dev.swarmha.stack.diagnostic.Diagnostic;
import dev.swarmha.stack.diagnostic.Diagnostics;
import dev.swarmha.stack.diagnostic.Loaded;
import dev.swarmha.stack.dialect.Dialect;
import dev.swarmha.stack.dialect.DialectChoice;
import dev.swarmha.stack.interpolate.Interpolator;
import dev.swarmha.stack.merge.Merger;
import dev.swarmha.stack.parse.YamlParser;
import dev.swarmha.stack.source.Environment;
import dev.swarmha.stack.source.StackSource;
import dev.swarmha.stack.source.StackSources;
import dev.swarmha.stack.validate.FileVersion;
import dev.swarmha.stack.validate.StackRules;
import dev.swarmha.stack.validate.Validator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The way from the texts of a stack to its model. Each file is parsed, interpolated, validated and
 * brought to its long form by itself, so that every complaint names the file at fault; then they
 * are merged, and the whole is looked at once more.
 */
public final class StackLoader {

  private final Environment environment;

  /** A loader that takes variables from an environment. */
  public StackLoader(Environment environment) {
    this.environment = environment;
  }

  /** Loads a stack in the dialect that its files are evidently written in. */
  public Loaded<Stack> load(StackSources sources) {
    return load(DialectChoice.AUTO, sources);
  }

  /** Loads a stack in the dialect that the user chose. */
  public Loaded<Stack> load(DialectChoice choice, StackSources sources) {
    return switch (choice) {
      case STACK -> load(Dialect.STACK, sources);
      case COMPOSE -> load(Dialect.COMPOSE, sources);
      case AUTO -> loadEither(sources);
    };
  }

  private Loaded<Stack> loadEither(StackSources sources) {
    Loaded<Stack> stack = load(Dialect.STACK, sources);
    if (stack.isOk()) {
      return stack;
    }
    Loaded<Stack> compose = load(Dialect.COMPOSE, sources);
    return Readings.better(stack, compose);
  }

  private Loaded<Stack> load(Dialect dialect, StackSources sources) {
    Diagnostics problems = new Diagnostics();
    Canonicalizer canonicalizer =
        new Canonicalizer(dialect, sources.baseDirectory(), environment, problems);
    List<Mapping> files = new ArrayList<>();
    List<Integer> versions = new ArrayList<>();
    for (StackSource source : sources.sources()) {
      Optional<Mapping> parsed = new YamlParser().parse(source, problems);
      if (parsed.isPresent()) {
        versions.add(version(parsed.get(), versions, problems));
        files.add(canonicalizer.canonical(valid(dialect, source, parsed.get(), problems)));
      }
    }
    if (files.size() < sources.sources().size()) {
      return Loaded.failed(problems.all());
    }
    Mapping merged = completing(dialect, new Merger(dialect, problems).merge(files), problems);
    new StackRules(environment, problems).check(merged);
    return problems.hasErrors()
        ? Loaded.failed(problems.all())
        : Loaded.of(new StackBinder(environment).bind(dialect, merged), problems.all());
  }

  private static Mapping completing(Dialect dialect, Mapping merged, Diagnostics problems) {
    return dialect == Dialect.COMPOSE ? new Completions(problems).apply(merged) : merged;
  }

  private Mapping valid(Dialect dialect, StackSource source, Mapping file, Diagnostics problems) {
    Mapping interpolated =
        new Interpolator(dialect, environment, source).interpolate(file, problems);
    int version = FileVersion.minorOf(file, problems);
    return new Validator(dialect, version, problems).validate(interpolated);
  }

  private static int version(Mapping file, List<Integer> earlier, Diagnostics problems) {
    int version = FileVersion.minorOf(file, problems);
    if (!earlier.isEmpty() && earlier.get(0) != version) {
      Document place = file.get("version").orElse(file);
      String message = "all files must ask for the same version of the file format";
      problems.add(
          Diagnostic.error(
              "unsupported-version", place.origin(), DocumentPath.of("version"), message));
    }
    return version;
  }
}
