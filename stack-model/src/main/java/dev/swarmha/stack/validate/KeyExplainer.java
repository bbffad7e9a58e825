package dev.swarmha.stack.validate;

import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Origin;
import dev.swarmha.document.PathPattern;
import dev.swarmha.document.PathTable;
import dev.swarmha.document.Sequence;
import dev.swarmha.stack.dialect.Dialect;
import dev.swarmha.stack.validate.KeyFate.Fate;
import dev.swarmha.stack.validate.Rule.Trait;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells the fate of each key of a file from the schema alone, whatever else is wrong with the file.
 * Mappings whose keys the schema knows are told key by key, all else as a whole.
 */
public final class KeyExplainer {

  private final PathTable<Rule> schema;
  private final KnownKeys known;
  private final Set<PathPattern> structured = new HashSet<>();

  public KeyExplainer(Dialect dialect) {
    this.schema = StackSchema.table(dialect);
    this.known = KnownKeys.of(dialect);
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

  public List<KeyFate> explain(Mapping file) {
    List<KeyFate> fates = new ArrayList<>();
    inside(DocumentPath.root(), file, fates);
    return fates;
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
    Fate fate = Fate.valueOf(rule.get().support().name());
    boolean below = rule.get().support().isEffective() && isStructured(path, value);
    if (!below) {
      fates.add(new KeyFate(path, place, fate, why(rule.get())));
      return;
    }
    value.asMapping().ifPresent(mapping -> inside(path, mapping, fates));
    List<Document> items = value.asSequence().orElseGet(Sequence::of).items();
    for (int i = 0; i < items.size(); i++) {
      DocumentPath item = path.child(i);
      if (items.get(i) instanceof Mapping mapping) {
        inside(item, mapping, fates);
      } else {
        fates.add(new KeyFate(item, items.get(i).origin(), fate, why(rule.get())));
      }
    }
  }

  /** The explanation without the fate, with which those of ignored keys begin. */
  private static String why(Rule rule) {
    return rule.explanation().replaceFirst("^ignored: ", "");
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
