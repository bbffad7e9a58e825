package dev.swarmha.stack.validate;

import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Origin;
import dev.swarmha.document.PathPattern;
import dev.swarmha.document.PathTable;
import dev.swarmha.document.Sequence;
import dev.swarmha.stack.diagnostic.Diagnostic;
import dev.swarmha.stack.dialect.Dialect;
import dev.swarmha.stack.validate.KeyFate.Fate;
import dev.swarmha.stack.validate.Rule.Trait;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells the fate of each key of a file: from the schema, and from what was found out about its
 * value while the file was read. Mappings whose keys the schema knows are told key by key, all else
 * as a whole.
 */
public final class KeyExplainer {

  private static final String SERVICES = "services";
  private static final String NOT_EXTENDED =
      "nothing extends it, and nothing else of this file takes part";

  private final PathTable<Rule> schema;
  private final KnownKeys known;
  private final Set<PathPattern> structured = new HashSet<>();
  private final ValueRemarks remarks;

  /** An explainer that knows what was found while the files were read. */
  public KeyExplainer(Dialect dialect, List<Diagnostic> found) {
    this.schema = StackSchema.table(dialect);
    this.known = KnownKeys.of(dialect);
    this.remarks = new ValueRemarks(found);
    schema.rows().forEach(this::addParent);
  }

  private void addParent(PathPattern pattern, Rule rule) {
    List<String> parts = pattern.parts();
    if (parts.isEmpty()) {
      return;
    }
    String last = parts.get(parts.size() - 1);
    boolean named = !last.equals("*") && !last.equals("[]");
    if (named || rule.types().contains(Type.MAPPING)) {
      structured.add(new PathPattern(parts.subList(0, parts.size() - 1)));
    }
  }

  /**
   * The fate of each key of one document, in their order.
   *
   * @param whole the document as it was written
   * @param taken what counts of it, with its variables replaced
   * @param resets the keys that the document takes out of earlier ones, and where they stand
   */
  public List<KeyFate> explain(Mapping whole, Mapping taken, Map<DocumentPath, Origin> resets) {
    List<KeyFate> fates = new ArrayList<>();
    taken(DocumentPath.root(), whole, taken, fates);
    resets.forEach(
        (path, place) ->
            fates.add(
                new KeyFate(path, place, Fate.HONOURED, "takes out what was said of it before")));
    return fates;
  }

  private void taken(DocumentPath path, Mapping whole, Mapping taken, List<KeyFate> fates) {
    for (String key : whole.keys()) {
      DocumentPath child = path.child(key);
      Optional<Document> value = taken.get(key);
      Mapping services = whole.mapping(key);
      Optional<String> without =
          value.isEmpty() ? Optional.of(NOT_EXTENDED) : remarks.leftOut(child);
      if (without.isPresent()) {
        fates.add(new KeyFate(child, whole.keyOrigin(key), Fate.IGNORED, without.get()));
      } else if (path.isRoot() && key.equals(SERVICES) && !services.isEmpty()) {
        taken(child, services, taken.mapping(key), fates);
      } else {
        key(path, key, whole.keyOrigin(key), value.orElseThrow(), fates);
      }
    }
  }

  private void inside(DocumentPath path, Mapping mapping, List<KeyFate> fates) {
    mapping.entries().forEach((key, value) -> key(path, key, mapping.keyOrigin(key), value, fates));
  }

  private void key(
      DocumentPath parent, String key, Origin place, Document value, List<KeyFate> fates) {
    DocumentPath path = parent.child(key);
    Optional<Rule> rule = schema.find(path);
    if (rule.isEmpty()) {
      fates.add(unknown(parent, key, place));
      return;
    }
    boolean below = rule.get().support().isEffective() && isStructured(path, value);
    if (!below) {
      fates.add(judged(path, place, rule.get(), value));
      return;
    }
    value.asMapping().ifPresent(mapping -> inside(path, mapping, fates));
    List<Document> items = value.asSequence().orElseGet(Sequence::of).items();
    for (int i = 0; i < items.size(); i++) {
      DocumentPath item = path.child(i);
      if (items.get(i) instanceof Mapping mapping) {
        inside(item, mapping, fates);
      } else {
        fates.add(judged(item, items.get(i).origin(), rule.get(), items.get(i)));
      }
    }
  }

  /** The fate that the schema has for a key, unless its value earns it another. */
  private KeyFate judged(DocumentPath path, Origin place, Rule rule, Document value) {
    Fate fate = Fate.valueOf(rule.support().name());
    // The explanations of ignored keys begin with that word.
    String why = rule.explanation().replaceFirst("^ignored: ", "");
    Optional<String> error = remarks.error(path, place, value);
    if (fate == Fate.REFUSED || (fate == Fate.IGNORED && error.isEmpty())) {
      return new KeyFate(path, place, fate, why);
    }
    if (error.isPresent()) {
      return new KeyFate(path, place, Fate.REFUSED, error.get());
    }
    if (value.isNull() && rule.has(Trait.BARE)) {
      return new KeyFate(path, place, Fate.IGNORED, "nothing stands behind it");
    }
    List<String> reasons = new ArrayList<>(why.isEmpty() ? List.of() : List.of(why));
    reasons.addAll(remarks.warnings(path, place, value));
    return new KeyFate(path, place, fate, String.join("; ", reasons));
  }

  /** Whether the value has keys that the schema knows, itself or in its items. */
  private boolean isStructured(DocumentPath path, Document value) {
    if (value instanceof Mapping mapping) {
      return !mapping.isEmpty() && matches(path);
    }
    return value instanceof Sequence list
        && list.stream().anyMatch(Mapping.class::isInstance)
        && matches(path.child(0));
  }

  private boolean matches(DocumentPath path) {
    return structured.stream().anyMatch(pattern -> pattern.matches(path));
  }

  private KeyFate unknown(DocumentPath parent, String key, Origin place) {
    DocumentPath path = parent.child(key);
    Optional<Rule> rule = schema.find(parent);
    boolean extensible =
        rule.filter(any -> any.has(Trait.EXTENSIBLE) || any.has(Trait.COMMENTED)).isPresent();
    if (extensible && key.startsWith("x-")) {
      return new KeyFate(path, place, Fate.IGNORED, "an extension, for other readers");
    }
    String hint = known.hint(parent, key);
    String message = hint.isEmpty() ? "unknown key" : "unknown key; " + hint;
    boolean tolerant =
        rule.filter(any -> any.has(Trait.TOLERANT) || any.has(Trait.OPAQUE)).isPresent();
    return new KeyFate(path, place, tolerant ? Fate.IGNORED : Fate.REFUSED, message);
  }
}
