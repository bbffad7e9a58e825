package dev.swarmha.stack.layer;

import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.stack.canonical.Canonicalizer;
import dev.swarmha.stack.diagnostic.Diagnostic;
import dev.swarmha.stack.diagnostic.Diagnostics;
import dev.swarmha.stack.dialect.Dialect;
import dev.swarmha.stack.interpolate.Interpolator;
import dev.swarmha.stack.parse.YamlDocument;
import dev.swarmha.stack.parse.YamlParser;
import dev.swarmha.stack.source.StackSource;
import dev.swarmha.stack.validate.FileVersion;
import dev.swarmha.stack.validate.Validator;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Reads sources into layers: parsed, interpolated, validated and brought to their long form. */
public final class LayerReader {

  private final Dialect dialect;
  private final Diagnostics problems;
  private final Witness witness;
  private final List<Integer> versions = new ArrayList<>();

  /** A reader whose work somebody sees. */
  public LayerReader(Dialect dialect, Witness witness, Diagnostics problems) {
    this.dialect = dialect;
    this.witness = witness;
    this.problems = problems;
  }

  /** The layers of a source, earlier ones first; none where it cannot be used. */
  public List<Layer> read(StackSource source, Project project) {
    return read(source, new YamlParser().parse(dialect, source, problems), project, all -> all);
  }

  /** The layers of what counts of a source's documents. */
  public List<Layer> read(
      StackSource source, List<YamlDocument> parsed, Project project, UnaryOperator<Mapping> part) {
    Interpolator interpolator = new Interpolator(dialect, project.environment(), source);
    Canonicalizer canonicalizer =
        new Canonicalizer(dialect, project.directory(), project.environment(), problems);
    List<Layer> layers = new ArrayList<>();
    for (YamlDocument document : parsed) {
      Mapping root = part.apply(document.root());
      Validator validator = new Validator(dialect, version(root), problems);
      Mapping taken = interpolator.interpolate(root, problems);
      witness.read(document, taken);
      Mapping valid = validator.validate(taken);
      layers.add(new Layer(canonicalizer.canonical(valid), document.replaced()));
    }
    return layers;
  }

  private int version(Mapping file) {
    if (dialect == Dialect.COMPOSE) {
      return FileVersion.minorOf(Mapping.empty(), problems);
    }
    int version = FileVersion.minorOf(file, problems);
    versions.add(version);
    if (versions.get(0) != version) {
      Document place = file.get("version").orElse(file);
      String message = "all files must ask for the same version of the file format";
      problems.add(
          Diagnostic.error(
              "unsupported-version", place.origin(), DocumentPath.of("version"), message));
    }
    return version;
  }
}
