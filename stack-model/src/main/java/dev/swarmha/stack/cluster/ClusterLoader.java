package dev.swarmha.stack.cluster;

import dev.swarmha.document.Mapping;
import dev.swarmha.stack.diagnostic.Diagnostics;
import dev.swarmha.stack.diagnostic.Loaded;
import dev.swarmha.stack.interpolate.Interpolator;
import dev.swarmha.stack.parse.YamlParser;
import dev.swarmha.stack.source.Environment;
import dev.swarmha.stack.source.StackSource;
import dev.swarmha.stack.validate.Validator;
import java.util.Optional;

/** The way from the text of a cluster's file to its model, through the stages of stack files. */
public final class ClusterLoader {

  private static final String EXAMPLE = "the file of a cluster begins with \"managers:\"";

  private final Environment environment;

  /** A loader that takes variables from an environment. */
  public ClusterLoader(Environment environment) {
    this.environment = environment;
  }

  /** Loads a cluster; whatever is wrong with the file is told at once. */
  public Loaded<ClusterFile> load(StackSource source) {
    Diagnostics problems = new Diagnostics();
    Optional<Mapping> root = new YamlParser(EXAMPLE).parse(source, problems);
    if (root.isEmpty()) {
      return Loaded.failed(problems.all());
    }
    Mapping taken = Interpolator.ofCluster(environment, source).interpolate(root.get(), problems);
    Mapping valid = Validator.ofCluster(problems).validate(taken);
    new ClusterRules(problems).check(valid);
    return problems.hasErrors()
        ? Loaded.failed(problems.all())
        : Loaded.of(ClusterBinder.bind(valid), problems.all());
  }
}
