package dev.swarmha.engine.docker.wire;

import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.Written;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the answers to create and update. */
public final class WrittenReader {

  private WrittenReader() {}

  /** Networks answer with {@code Id}, all other kinds with {@code ID}. */
  public static Written created(Document answer) {
    Mapping object = answer.asMapping().orElse(Mapping.empty());
    ResourceId id =
        Values.id(object, "ID").or(() -> Values.id(object, "Id")).orElse(new ResourceId(""));
    return new Written(id, warnings(object));
  }

  public static Written updated(ResourceId id, Document answer) {
    return new Written(id, warnings(answer.asMapping().orElse(Mapping.empty())));
  }

  private static List<String> warnings(Mapping answer) {
    Optional<String> single = answer.text("Warning");
    return Stream.concat(single.stream(), answer.sequence("Warnings").texts())
        .filter(warning -> !warning.isBlank())
        .toList();
  }
}
