package dev.swarmha.stack.validate;

import static java.util.Objects.requireNonNull;

import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.PathTable;
import dev.swarmha.document.Sequence;
import dev.swarmha.stack.dialect.Dialect;
import dev.swarmha.stack.validate.Rule.Trait;
import dev.swarmha.stack.value.ValueException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What file format 3 can say of an entry in its long form, and what only the compose specification
 * can. The second laid over the first, mappings key by key, is the entry again.
 */
public final class Expressible {

  private final PathTable<Rule> stack = StackSchema.table(Dialect.STACK);
  private final Limits limits;

  /** Told of each place where file format 3 can say less. */
  public interface Limits {

    /** The format does not have this key, or not this value. */
    void beyond(DocumentPath path);

    /** A list of the format cannot have this item, which another one before it is already. */
    void twice(DocumentPath path, Document item);

    /** The format can name this only without saying anything more of it. */
    void nameOnly(DocumentPath path);
  }

  /** Parts of which one may be missing, but not both. */
  public record Parts(Optional<Document> stack, Optional<Document> compose) {
    public Parts {
      requireNonNull(stack, "stack");
      requireNonNull(compose, "compose");
    }
  }

  /** Takes entries apart, and tells where the format can say less. */
  public Expressible(Limits limits) {
    this.limits = limits;
  }

  public Parts parts(DocumentPath path, Document document) {
    Optional<Rule> rule = stack.find(path);
    if (rule.isEmpty() || !accepts(rule.get(), document)) {
      limits.beyond(path);
      return new Parts(Optional.empty(), Optional.of(document));
    }
    if (document instanceof Mapping mapping) {
      return isAllowed(rule.get(), mapping)
          ? mapping(rule.get(), path, mapping)
          : new Parts(Optional.of(names(path, mapping)), Optional.empty());
    }
    return document instanceof Sequence list
        ? sequence(rule.get(), path, list)
        : new Parts(Optional.of(document), Optional.empty());
  }

  private static boolean accepts(Rule rule, Document document) {
    boolean typed = rule.types().stream().anyMatch(type -> type.accepts(document));
    if (!rule.support().isEffective() || !typed) {
      return false;
    }
    try {
      rule.check().check(document);
      return true;
    } catch (ValueException wrong) {
      return false;
    }
  }

  private static boolean isAllowed(Rule rule, Mapping mapping) {
    return !rule.types().contains(Type.LIST)
        || mapping.keys().stream().allMatch(key -> rule.keys().matcher(key).matches());
  }

  /** What can be a list of names or a mapping may have any name as a list alone. */
  private Sequence names(DocumentPath path, Mapping mapping) {
    mapping
        .entries()
        .forEach(
            (name, details) -> {
              boolean none = details.isNull() || details.equals(Mapping.empty());
              if (!none) {
                limits.nameOnly(path.child(name));
              }
            });
    return Document.texts(List.copyOf(mapping.keys())).withOrigin(mapping.origin());
  }

  private Parts mapping(Rule rule, DocumentPath path, Mapping mapping) {
    Map<String, Document> kept = new LinkedHashMap<>();
    Map<String, Document> rest = new LinkedHashMap<>();
    mapping
        .entries()
        .forEach(
            (key, value) -> {
              DocumentPath child = path.child(key);
              boolean extension = key.startsWith("x-") && stack.find(child).isEmpty();
              Parts parts =
                  extension && rule.has(Trait.EXTENSIBLE)
                      ? new Parts(Optional.of(value), Optional.empty())
                      : parts(child, value);
              parts.stack().ifPresent(part -> kept.put(key, part));
              parts.compose().ifPresent(part -> rest.put(key, part));
            });
    if (!kept.keySet().containsAll(rule.required())) {
      return new Parts(Optional.empty(), Optional.of(mapping));
    }
    return new Parts(
        Optional.of(Mapping.of(kept).withOrigin(mapping.origin())),
        rest.isEmpty()
            ? Optional.empty()
            : Optional.of(inOrderOf(kept, rest).withOrigin(mapping.origin())));
  }

  /** Laid over the one, the other gives keys in an order that taking them apart again keeps. */
  private static Mapping inOrderOf(Map<String, Document> kept, Map<String, Document> rest) {
    Map<String, Document> ordered = new LinkedHashMap<>();
    kept.keySet().stream()
        .filter(rest::containsKey)
        .forEach(key -> ordered.put(key, requireNonNull(rest.get(key))));
    rest.forEach(ordered::putIfAbsent);
    return Mapping.of(ordered);
  }

  /** A list is laid over another as a whole. */
  private Parts sequence(Rule rule, DocumentPath path, Sequence list) {
    List<Document> kept = new ArrayList<>();
    List<Document> again = new ArrayList<>();
    boolean whole = true;
    for (int i = 0; i < list.size(); i++) {
      Parts parts = parts(path.child(i), list.items().get(i));
      whole &= parts.compose().isEmpty();
      // Merged files can make lists that no file may have.
      boolean another = rule.has(Trait.UNIQUE) && parts.stack().filter(kept::contains).isPresent();
      parts.stack().ifPresent(another ? again::add : kept::add);
    }
    if (whole) {
      again.forEach(item -> limits.twice(path, item));
    }
    return new Parts(
        Optional.of(new Sequence(kept, list.origin())),
        whole ? Optional.empty() : Optional.of(list));
  }
}
