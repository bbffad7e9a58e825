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
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What file format 3 can say of an entry in its long form, and what only the compose specification
 * can. The second laid over the first, mappings key by key, is the entry again.
 */
public final class Expressible {

  private final PathTable<Rule> stack = StackSchema.table(Dialect.STACK);
  private final Consumer<DocumentPath> beyond;

  /** Parts of which one may be missing, but not both. */
  public record Parts(Optional<Document> stack, Optional<Document> compose) {
    public Parts {
      requireNonNull(stack, "stack");
      requireNonNull(compose, "compose");
    }
  }

  /** Takes entries apart, and names each key that file format 3 does not have. */
  public Expressible(Consumer<DocumentPath> beyond) {
    this.beyond = beyond;
  }

  public Parts parts(DocumentPath path, Document document) {
    Optional<Rule> rule = stack.find(path);
    if (rule.isEmpty() || !accepts(rule.get(), document)) {
      beyond.accept(path);
      return new Parts(Optional.empty(), Optional.of(document));
    }
    if (document instanceof Mapping mapping) {
      return mapping(rule.get(), path, mapping);
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

  private Parts mapping(Rule rule, DocumentPath path, Mapping mapping) {
    Mapping.Builder kept = Mapping.builder();
    Mapping.Builder rest = Mapping.builder();
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
              kept.putIfPresent(key, parts.stack());
              rest.putIfPresent(key, parts.compose());
            });
    Mapping left = kept.build(mapping.origin());
    if (!left.keys().containsAll(rule.required())) {
      return new Parts(Optional.empty(), Optional.of(mapping));
    }
    Mapping more = rest.build(mapping.origin());
    return new Parts(Optional.of(left), more.isEmpty() ? Optional.empty() : Optional.of(more));
  }

  /** A list is laid over another as a whole. */
  private Parts sequence(Rule rule, DocumentPath path, Sequence list) {
    List<Document> kept = new ArrayList<>();
    boolean whole = true;
    for (int i = 0; i < list.size(); i++) {
      Parts parts = parts(path.child(i), list.items().get(i));
      whole &= parts.compose().isEmpty();
      // Merged files can make lists that no file may have.
      parts
          .stack()
          .filter(item -> !rule.has(Trait.UNIQUE) || !kept.contains(item))
          .ifPresent(kept::add);
    }
    return new Parts(
        Optional.of(new Sequence(kept, list.origin())),
        whole ? Optional.empty() : Optional.of(list));
  }
}
