package dev.swarmha.stack.render;

import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Sequence;
import dev.swarmha.stack.validate.Expressible;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A merged stack as one file that docker stack deploy accepts and that means the same. What only
 * the compose specification can say stands under {@code x-swarmha.compose} of its entry, which
 * docker passes over and swarmha reads. Each {@code $} is doubled, so that nothing is replaced
 * again.
 */
public final class StackFileWriter {

  private static final Set<String> SECTIONS =
      Set.of("services", "networks", "volumes", "secrets", "configs");
  private static final Set<String> FILES = Set.of("secrets", "configs");
  private static final String OWN = "x-swarmha";
  private static final String COMPOSE = "compose";

  private final Limits limits = new Limits();
  private final Expressible expressible = new Expressible(limits);

  private StackFileWriter() {}

  /**
   * The file.
   *
   * @param warnings what docker stack deploy does not see of it, and what a file cannot say at all
   */
  public record Written(Mapping file, List<String> warnings) {
    public Written {
      warnings = List.copyOf(warnings);
    }
  }

  /** Writes a stack's merged file in its long form. */
  public static Written write(Mapping rendered) {
    StackFileWriter writer = new StackFileWriter();
    Mapping.Builder file = Mapping.builder();
    rendered
        .entries()
        .forEach(
            (key, value) -> {
              if (SECTIONS.contains(key)) {
                file.put(key, writer.section(DocumentPath.of(key), value));
              } else if (key.startsWith("x-")) {
                file.put(key, value);
              }
            });
    return new Written((Mapping) escaped(file.build()), writer.limits.warnings());
  }

  private Document section(DocumentPath path, Document section) {
    return section
        .asMapping()
        .orElse(Mapping.empty())
        .map((name, entry) -> entry(path.child(name), entry));
  }

  private Document entry(DocumentPath path, Document document) {
    Expressible.Parts parts = expressible.parts(path, document);
    Document entry = parts.stack().orElse(Mapping.empty());
    Optional<Document> compose = parts.compose();
    if (compose.isEmpty()) {
      return entry;
    }
    if (FILES.contains(path.steps().get(0).toString())) {
      limits.withoutFile(path);
    }
    Mapping kept = entry.asMapping().orElse(Mapping.empty());
    return kept.with(OWN, kept.mapping(OWN).with(COMPOSE, compose.get()));
  }

  private static Document escaped(Document document) {
    if (document instanceof Mapping mapping) {
      return mapping.map((key, value) -> escaped(value));
    }
    if (document instanceof Sequence list) {
      return new Sequence(
          list.items().stream().map(StackFileWriter::escaped).toList(), list.origin());
    }
    return document
        .asText()
        .<Document>map(text -> Document.text(text.replace("$", "$$")))
        .orElse(document);
  }
}
