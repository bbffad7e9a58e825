package dev.swarmha.stack.validate;

import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Origin;
import dev.swarmha.document.PathTable;
import dev.swarmha.document.Sequence;
import dev.swarmha.stack.diagnostic.Diagnostic;
import dev.swarmha.stack.diagnostic.Diagnostics;
import dev.swarmha.stack.diagnostic.Severity;
import dev.swarmha.stack.dialect.Dialect;
import dev.swarmha.stack.validate.Rule.Trait;
import dev.swarmha.stack.value.ValueException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Compares one file with the schema. What has no effect or is wrong is reported and left out of the
 * result, so that later stages meet only values of the right form and can look for more.
 */
public final class Validator {

  private static final String EXTENSION = "x-";
  private static final int NEWEST = Integer.MAX_VALUE;
  private static final List<String> OWN_EXTENSIONS = List.of("x-swarmha");

  private final PathTable<Rule> schema;
  private final KnownKeys known;
  private final Dialect dialect;
  private final int version;
  private final Diagnostics problems;

  /**
   * A validator for one file.
   *
   * @param version the minor version of file format 3 that the file asks for
   */
  public Validator(Dialect dialect, int version, Diagnostics problems) {
    this(StackSchema.table(dialect), KnownKeys.of(dialect), dialect, version, problems);
  }

  private Validator(
      PathTable<Rule> schema, KnownKeys known, Dialect dialect, int version, Diagnostics problems) {
    this.schema = schema;
    this.known = known;
    this.dialect = dialect;
    this.version = version;
    this.problems = problems;
  }

  /** A validator for a file that describes a cluster. */
  public static Validator ofCluster(Diagnostics problems) {
    PathTable<Rule> schema = ClusterRows.TABLE;
    return new Validator(schema, new KnownKeys(schema), Dialect.STACK, NEWEST, problems);
  }

  /** The valid part of a file, in short and long forms as it was written. */
  public Mapping validate(Mapping file) {
    return valid(DocumentPath.root(), file).flatMap(Document::asMapping).orElse(Mapping.empty());
  }

  private Optional<Document> valid(DocumentPath path, Document document) {
    Rule rule = schema.find(path).orElseThrow();
    if (problems.hasErrorAt(document.origin())
        || !hasType(rule, path, document)
        || !passes(rule, path, document)) {
      return Optional.empty();
    }
    if (rule.has(Trait.OPAQUE)) {
      return Optional.of(document);
    }
    if (document instanceof Mapping mapping) {
      Mapping said = withoutBareKeys(path, mapping);
      requireKeys(rule, path, said);
      return Optional.of(validMapping(rule, path, said));
    }
    return Optional.of(
        document instanceof Sequence list ? validSequence(rule, path, list) : document);
  }

  private boolean hasType(Rule rule, DocumentPath path, Document document) {
    if (rule.types().stream().anyMatch(type -> type.accepts(document))) {
      return true;
    }
    String expected = rule.types().stream().map(Type::words).collect(Collectors.joining(" or "));
    String message = "must be " + expected + ", not " + Type.describe(document);
    boolean quotesHelp =
        rule.types().contains(Type.TEXT) && document.asScalar().isPresent() && !document.isNull();
    String hint = quotesHelp ? "put it in quotes: \"" + document + "\"" : "";
    add(Diagnostic.error("wrong-type", document.origin(), path, message), hint);
    return false;
  }

  private boolean passes(Rule rule, DocumentPath path, Document document) {
    try {
      rule.check().check(document);
      return true;
    } catch (ValueException wrong) {
      Diagnostic error = Diagnostic.error("bad-value", document.origin(), path, wrong.text());
      add(error, wrong.hint().orElse(""));
      return false;
    }
  }

  private Mapping withoutBareKeys(DocumentPath path, Mapping mapping) {
    Mapping said = mapping;
    for (String key : mapping.keys()) {
      boolean bare = mapping.get(key).filter(Document::isNull).isPresent();
      if (bare && schema.find(path.child(key)).filter(rule -> rule.has(Trait.BARE)).isPresent()) {
        said = said.without(key);
      }
    }
    return said;
  }

  private void requireKeys(Rule rule, DocumentPath path, Mapping mapping) {
    for (String key : rule.required()) {
      if (!mapping.has(key)) {
        String message = "\"" + key + "\" is missing";
        problems.add(Diagnostic.error("missing-key", mapping.origin(), path, message));
      }
    }
  }

  private Sequence validSequence(Rule rule, DocumentPath path, Sequence list) {
    List<Document> items = new ArrayList<>();
    Set<Document> seen = new HashSet<>();
    for (int i = 0; i < list.size(); i++) {
      Document item = list.items().get(i);
      // compose-go drops what occurs twice before it looks at the rules.
      if (!seen.add(item) && rule.has(Trait.UNIQUE) && dialect == Dialect.STACK) {
        String message = "this is in the list already";
        problems.add(Diagnostic.error("bad-value", item.origin(), path.child(i), message));
        continue;
      }
      valid(path.child(i), item).ifPresent(items::add);
    }
    return new Sequence(items, list.origin());
  }

  private Mapping validMapping(Rule rule, DocumentPath path, Mapping mapping) {
    Mapping.Builder kept = Mapping.builder();
    mapping
        .entries()
        .forEach(
            (key, value) -> {
              Origin place = mapping.keyOrigin(key);
              if (accepts(rule, path, key, value, place)) {
                validEntry(rule, path.child(key), value)
                    .ifPresent(entry -> kept.put(key, place, entry));
              }
            });
    return kept.build(mapping.origin());
  }

  private Optional<Document> validEntry(Rule parent, DocumentPath path, Document value) {
    boolean ruled = schema.find(path).isPresent();
    return ruled || !parent.has(Trait.EXTENSIBLE) ? valid(path, value) : Optional.of(value);
  }

  /** Whether a key may stand here and has an effect; says so where not. */
  private boolean accepts(
      Rule parent, DocumentPath parentPath, String key, Document value, Origin place) {
    DocumentPath path = parentPath.child(key);
    Optional<Rule> rule = schema.find(path);
    if (rule.isEmpty()) {
      return acceptsUnknown(parent, parentPath, key, place);
    }
    if (!parent.keys().matcher(key).matches()) {
      String message = "a name consists of letters, digits, dots, dashes and underscores";
      problems.add(Diagnostic.error("bad-value", place, path, message));
      return false;
    }
    if (rule.get().since() > version) {
      String message = "unknown in version 3." + version + " of the file format";
      add(
          Diagnostic.error("unknown-key", place, path, message),
          "leave \"version\" out, or ask for 3." + rule.get().since());
      return false;
    }
    return hasEffect(rule.get(), path, value, place);
  }

  private boolean acceptsUnknown(Rule parent, DocumentPath parentPath, String key, Origin place) {
    DocumentPath path = parentPath.child(key);
    if (parent.has(Trait.EXTENSIBLE) && key.startsWith(EXTENSION)) {
      String near = Suggestion.hint(key, OWN_EXTENSIONS);
      if (OWN_EXTENSIONS.contains(key)) {
        problems.add(
            Diagnostic.warning("unknown-key", place, path, "is for stack files, ignored here"));
      } else if (!near.isEmpty()) {
        add(Diagnostic.warning("unknown-key", place, path, "unknown extension, ignored"), near);
      }
      return true;
    }
    String hint = problems.areEnough() ? "" : known.hint(parentPath, key);
    if (parent.has(Trait.COMMENTED) && key.startsWith(EXTENSION)) {
      return false;
    }
    if (parent.has(Trait.TOLERANT)) {
      add(Diagnostic.warning("unknown-key", place, path, "unknown key, ignored"), hint);
      return false;
    }
    add(Diagnostic.error("unknown-key", place, path, "unknown key"), hint);
    return false;
  }

  private boolean hasEffect(Rule rule, DocumentPath path, Document value, Origin place) {
    switch (rule.support()) {
      case IGNORED -> {
        problems.add(Diagnostic.warning("ignored-key", place, path, rule.explanation()));
        lookAt(path, value);
      }
      case REFUSED ->
          problems.add(Diagnostic.error("unsupported-key", place, path, rule.explanation()));
      case HONOURED, TRANSLATED -> {
        return true;
      }
    }
    return false;
  }

  /**
   * Docker checks the form of what it ignores; that all of it is ignored need be said only once.
   */
  private void lookAt(DocumentPath path, Document value) {
    Diagnostics found = new Diagnostics();
    new Validator(schema, known, dialect, version, found).valid(path, value);
    found.all().stream()
        .filter(one -> one.severity() == Severity.ERROR && !problems.hasErrorAt(one.origin()))
        .forEach(problems::add);
  }

  private void add(Diagnostic diagnostic, String hint) {
    problems.add(hint.isEmpty() ? diagnostic : diagnostic.withHint(hint));
  }
}
