package dev.swarmha.stack.interpolate;

import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.PathTable;
import dev.swarmha.document.Scalar;
import dev.swarmha.document.Sequence;
import dev.swarmha.stack.diagnostic.Diagnostic;
import dev.swarmha.stack.diagnostic.Diagnostics;
import dev.swarmha.stack.diagnostic.Severity;
import dev.swarmha.stack.dialect.Dialect;
import dev.swarmha.stack.source.Environment;
import dev.swarmha.stack.source.StackSource;
import dev.swarmha.stack.template.Finding;
import dev.swarmha.stack.template.Substituted;
import dev.swarmha.stack.template.Template;
import dev.swarmha.stack.value.ValueException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Replaces the variables in every text value of a document, keys and the file's version apart. A
 * text that changed takes the type that its place asks for; one that did not stays a text.
 */
public final class Interpolator {

  private static final String RULE = "interpolation";
  // As long as the content of a config or secret may be: swarmkit's MaxConfigSize and
  // MaxSecretSize.
  private static final int LONGEST = 1_000 * 1024;
  private static final DocumentPath VERSION = DocumentPath.of("version");

  private final Dialect dialect;
  private final PathTable<Cast> casts;
  private final Template template;
  private final Environment environment;
  private final ScalarPlaces places;
  private final Set<String> warned = new HashSet<>();

  /** An interpolator for what was read from one source. */
  public Interpolator(Dialect dialect, Environment environment, StackSource source) {
    this(dialect, Casts.table(dialect), environment, source);
  }

  private Interpolator(
      Dialect dialect, PathTable<Cast> casts, Environment environment, StackSource source) {
    this.dialect = dialect;
    this.casts = casts;
    this.template = Template.of(dialect);
    this.environment = environment;
    this.places = new ScalarPlaces(source);
  }

  /** An interpolator for a file that describes a cluster; templates are those of compose files. */
  public static Interpolator ofCluster(Environment environment, StackSource source) {
    return new Interpolator(Dialect.COMPOSE, Casts.CLUSTER, environment, source);
  }

  /** The document with all variables replaced; texts in error stay as they are. */
  public Mapping interpolate(Mapping root, Diagnostics problems) {
    return root.map((key, value) -> change(DocumentPath.of(key), value, problems));
  }

  private Document change(DocumentPath path, Document document, Diagnostics problems) {
    if (document instanceof Mapping mapping) {
      return mapping.map((key, value) -> change(path.child(key), value, problems));
    }
    if (document instanceof Sequence sequence) {
      List<Document> items = new ArrayList<>();
      for (Document item : sequence.items()) {
        items.add(change(path.child(items.size()), item, problems));
      }
      return new Sequence(items, sequence.origin());
    }
    Scalar scalar = (Scalar) document;
    return path.equals(VERSION) ? scalar : substitute(path, scalar, problems);
  }

  private Scalar substitute(DocumentPath path, Scalar scalar, Diagnostics problems) {
    Optional<String> text = scalar.textValue().filter(value -> value.contains("$"));
    if (text.isEmpty()) {
      return scalar;
    }
    if (text.get().length() > LONGEST) {
      String message = "a text with variables must not be longer than " + LONGEST + " characters";
      problems.add(Diagnostic.error(RULE, scalar.origin(), path, message));
      return scalar;
    }
    Substituted substituted = template.substitute(text.get(), environment::get);
    for (Finding finding : substituted.findings()) {
      report(finding, path, scalar, problems);
    }
    Optional<Integer> wrong = substituted.firstError();
    if (wrong.isPresent()) {
      // Later stages look by its place whether something is known to be wrong with it.
      return scalar.withOrigin(places.of(scalar, wrong.get()));
    }
    boolean changed = !substituted.value().equals(text.get());
    return changed ? cast(path, scalar, substituted.value(), problems) : scalar;
  }

  private Scalar cast(DocumentPath path, Scalar scalar, String value, Diagnostics problems) {
    Optional<Cast> cast = castAt(path);
    try {
      Object typed = cast.isPresent() ? cast.get().apply(value) : value;
      cast.flatMap(one -> one.doubt(value))
          .map(doubt -> Diagnostic.warning(RULE, scalar.origin(), path, doubt))
          .ifPresent(problems::add);
      return new Scalar(typed, scalar.origin());
    } catch (ValueException wrong) {
      Diagnostic error = Diagnostic.error(RULE, scalar.origin(), path, wrong.text());
      problems.add(wrong.hint().map(error::withHint).orElse(error));
      return scalar;
    }
  }

  /** Docker cuts paths at their dots, so that a name with a dot in it leads nowhere. */
  private Optional<Cast> castAt(DocumentPath path) {
    boolean dotted =
        path.steps().stream()
            .anyMatch(
                step -> step instanceof DocumentPath.Step.Key key && key.name().contains("."));
    return dotted && dialect == Dialect.STACK ? Optional.empty() : casts.find(path);
  }

  private void report(Finding finding, DocumentPath path, Scalar scalar, Diagnostics problems) {
    // One warning for a variable that is not set is enough, however often it is named.
    if (finding.severity() == Severity.WARNING && !warned.add(finding.message())) {
      return;
    }
    Diagnostic diagnostic =
        new Diagnostic(
            finding.severity(),
            RULE,
            places.of(scalar, finding.offset()),
            path,
            finding.message(),
            Optional.of(finding.hint()).filter(hint -> !hint.isEmpty()));
    problems.add(diagnostic);
  }
}
