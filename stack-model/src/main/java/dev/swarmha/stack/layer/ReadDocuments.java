package dev.swarmha.stack.layer;

import dev.swarmha.document.Mapping;
import dev.swarmha.document.Origin;
import dev.swarmha.stack.parse.YamlDocument;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes note of the documents that are read for a stack, each once, in the order of reading. */
public final class ReadDocuments implements Witness {

  private final Map<Origin, ReadDocument> documents = new LinkedHashMap<>();

  @Override
  public void read(YamlDocument document, Mapping taken) {
    documents.merge(
        document.root().origin(),
        new ReadDocument(document.root(), taken, document.resets()),
        (known, more) -> known.and(more.taken()));
  }

  public List<ReadDocument> all() {
    return List.copyOf(documents.values());
  }
}
