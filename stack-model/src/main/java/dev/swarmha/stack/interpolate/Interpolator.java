package dev.swarmha.stack.interpolate;

import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.PathTable;
import dev.swarmha.document.Scalar;
import dev.swarmha.document.Sequence;
import dev.swarmha.stack.diagnostic.Diagnostic;
import dev.swarmha.stack.diagnostic.Diagnostics;
import dev.swarmha.stack.dialect.Dialect;
import dev.swarmha.stack.source.Environment;
import dev.swarmha.stack.value.ValueException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Replaces the variables in every text value of a document, keys and the file's version apart. A
 * text that changed takes the type that its place asks for; one that did not stays a text.
 */
public final class Interpolator {

  private static final String RULE = "interpolation";
  private static final DocumentPath VERSION = DocumentPath.of("version");

  private final PathTable<Cast> casts;
  private final Template template;

  public Interpolator(Dialect dialect, Environment environment) {
    this.casts = Casts.table(dialect);
    this.template = new Template(environment);
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
    try {
      String value = template.substitute(text.get());
      warnOfSwallowedText(path, scalar, text.get(), problems);
      Optional<Cast> cast = casts.find(path).filter(any -> !value.equals(text.get()));
      Object typed = cast.isPresent() ? cast.get().apply(value) : value;
      return new Scalar(typed, scalar.origin());
    } catch (ValueException wrong) {
      Diagnostic error = Diagnostic.error(RULE, scalar.origin(), path, wrong.text());
      problems.add(wrong.hint().map(error::withHint).orElse(error));
      return scalar;
    }
  }

  private static void warnOfSwallowedText(
      DocumentPath path, Scalar scalar, String text, Diagnostics problems) {
    Template.swallowing(text)
        .ifPresent(
            body ->
                problems.add(
                    Diagnostic.warning(
                            RULE, scalar.origin(), path, "$" + body + " is read as ${" + body + "}")
                        .withHint("put braces around the name alone")));
  }
}
