package dev.swarmha.deploy.revision;

import dev.swarmha.deploy.plan.Dependencies;
import dev.swarmha.deploy.plan.DesiredStack;
import dev.swarmha.deploy.plan.HealthTarget;
import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Sequence;
import dev.swarmha.stack.diagnostic.Diagnostics;
import dev.swarmha.stack.parse.YamlParser;
import dev.swarmha.stack.render.YamlWriter;
import dev.swarmha.stack.source.StackSource;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The data of a revision: a stream of YAML documents, compressed. The first is the rendered stack,
 * the second the specs that were sent for it, by kind and name, the third what is needed to go
 * there and back: the order of the services, when they count as healthy, and the specs before. The
 * data of secrets is in none of them.
 */
final class RevisionData {

  private static final String NEXT_DOCUMENT = "\n---\n";
  private static final String BEFORE = "before";
  private static final String DEPENDENCIES = "dependencies";
  private static final String HEALTH = "health";

  /**
   * Managers list the configs of a stack's revisions in one answer, which may have 16 MiB (moby,
   * {@code daemon/cluster}). So contents of configs are kept as long as they are small.
   */
  private static final int ROOM_FOR_CONTENTS = 256 * 1024;

  private RevisionData() {}

  /** The data for a record; without the contents of configs where these need too much room. */
  static byte[] of(StackRecord record) {
    byte[] all = compressed(record, true);
    return all.length <= ROOM_FOR_CONTENTS ? all : compressed(record, false);
  }

  private static byte[] compressed(StackRecord record, boolean withContents) {
    DesiredStack desired = record.desired();
    Mapping.Builder ways = Mapping.builder();
    ways.put(DEPENDENCIES, StackDocument.dependencies(desired.dependencies()));
    ways.put(HEALTH, Sequence.of(desired.health().stream().map(HealthRecord::write).toList()));
    record.before().ifPresent(before -> ways.put(BEFORE, StackDocument.specs(before, false)));
    String text =
        String.join(
            NEXT_DOCUMENT,
            document(desired.rendered()),
            document(StackDocument.specs(desired, withContents)),
            document(ways.build()));
    return Compression.compressed(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String document(Mapping content) {
    return YamlWriter.write(content).stripTrailing();
  }

  /**
   * What the data of a revision of a stack tells; empty where it does not tell the specs, or where
   * any part of it cannot be read.
   */
  static Optional<StackRecord> read(String stack, byte[] data) {
    List<Mapping> documents =
        Compression.plain(data).map(RevisionData::documents).orElse(List.of());
    if (documents.size() < 2) {
      return Optional.empty();
    }
    Mapping ways = documents.size() < 3 ? Mapping.empty() : documents.get(2);
    DesiredStack desired =
        DesiredStack.again(
            stack,
            StackDocument.resources(documents.get(1)),
            StackDocument.readDependencies(ways.mapping(DEPENDENCIES)),
            ways.sequence(HEALTH).mappings().<HealthTarget>map(HealthRecord::read).toList(),
            documents.get(0));
    Optional<DesiredStack> before =
        ways.get(BEFORE).flatMap(Document::asMapping).map(specs -> before(stack, specs));
    return Optional.of(new StackRecord(desired, before));
  }

  private static DesiredStack before(String stack, Mapping specs) {
    return DesiredStack.again(
        stack, StackDocument.resources(specs), Dependencies.none(), List.of(), Mapping.empty());
  }

  /** All documents of the stream, or none. */
  private static List<Mapping> documents(byte[] plain) {
    List<Mapping> documents = new ArrayList<>();
    for (String text : new String(plain, StandardCharsets.UTF_8).split(NEXT_DOCUMENT, -1)) {
      Diagnostics problems = new Diagnostics();
      Optional<Mapping> document =
          new YamlParser().parse(new StackSource("revision", text), problems);
      if (document.isEmpty() || problems.hasErrors()) {
        return List.of();
      }
      documents.add(document.get());
    }
    return documents;
  }
}
