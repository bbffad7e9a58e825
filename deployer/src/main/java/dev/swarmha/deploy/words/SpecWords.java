package dev.swarmha.deploy.words;

import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.PathPattern;
import dev.swarmha.document.PathTable;
import dev.swarmha.document.Scalar;
import dev.swarmha.document.Sequence;
import java.util.Map;
import java.util.Optional;

/** Says specs of the Engine in the words of a stack file, phrase by phrase from a table. */
public final class SpecWords {

  private static final SpecWords SERVICES = new SpecWords(ServicePhrases.table());
  private static final SpecWords NETWORKS = new SpecWords(NetworkPhrases.table());

  private final PathTable<Phrase> phrases;

  private SpecWords(PathTable<Phrase> phrases) {
    this.phrases = phrases;
  }

  /** A service's spec; its networks are named and not numbered. */
  public static Worded service(Mapping spec) {
    return SERVICES.say(FileShape.of(spec));
  }

  /** A network's spec. */
  public static Worded network(Mapping spec) {
    return NETWORKS.say(spec);
  }

  private Worded say(Mapping spec) {
    Tree said = new Tree();
    Tree unsaid = new Tree();
    below(DocumentPath.root(), spec, said, unsaid);
    return new Worded(said.mapping(), unsaid.mapping());
  }

  private void say(DocumentPath path, Document value, Tree said, Tree unsaid) {
    if (value.isNull()) {
      return;
    }
    Optional<Map.Entry<PathPattern, Phrase>> found = find(path);
    if (found.isPresent()) {
      Phrase phrase = found.get().getValue();
      if (phrase.silent().test(value)) {
        return;
      }
      DocumentPath target = phrase.target(found.get().getKey().parts(), path);
      boolean done = phrase.words().of(value).filter(words -> said.put(target, words)).isPresent();
      if (!done) {
        unsaid.put(path, value);
      } else if (phrase.open()) {
        below(path, value, said, unsaid);
      }
    } else if (value instanceof Scalar scalar) {
      if (!isNothing(scalar)) {
        unsaid.put(path, value);
      }
    } else {
      below(path, value, said, unsaid);
    }
  }

  private void below(DocumentPath path, Document value, Tree said, Tree unsaid) {
    if (value instanceof Mapping mapping) {
      mapping.entries().forEach((key, child) -> say(path.child(key), child, said, unsaid));
    }
    if (value instanceof Sequence sequence) {
      for (int i = 0; i < sequence.size(); i++) {
        say(path.child(i), sequence.items().get(i), said, unsaid);
      }
    }
  }

  private Optional<Map.Entry<PathPattern, Phrase>> find(DocumentPath path) {
    return phrases.rows().entrySet().stream().filter(row -> row.getKey().matches(path)).findFirst();
  }

  /** What the Engine takes for absent. */
  private static boolean isNothing(Scalar value) {
    return switch (value.kind()) {
      case NULL -> true;
      case TEXT -> value.textValue().orElse("").isEmpty();
      case BOOLEAN -> !value.booleanValue().orElse(false);
      case INTEGER, DECIMAL -> value.decimalValue().orElseThrow().signum() == 0;
    };
  }
}
