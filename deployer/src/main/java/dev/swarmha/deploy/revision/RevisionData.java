package dev.swarmha.deploy.revision;

import dev.swarmha.deploy.plan.Dependencies;
import dev.swarmha.deploy.plan.DesiredResource;
import dev.swarmha.deploy.plan.DesiredStack;
import dev.swarmha.deploy.plan.HealthTarget;
import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Sequence;
import dev.swarmha.engine.Payload;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.ResourceRef;
import dev.swarmha.stack.diagnostic.Diagnostics;
import dev.swarmha.stack.parse.YamlParser;
import dev.swarmha.stack.render.YamlWriter;
import dev.swarmha.stack.source.StackSource;
import dev.swarmha.wait.Milestone;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The data of a revision: a stream of YAML documents, compressed. The first is the rendered stack,
 * the second the specs that were sent for it, by kind and name, the third what is needed to go
 * there and back: the order of the services, when they count as healthy, and the specs before. The
 * data of secrets is in none of them.
 */
final class RevisionData {

  private static final String NEXT_DOCUMENT = "\n---\n";
  private static final String DATA = "Data";
  private static final String BEFORE = "before";
  private static final String DEPENDENCIES = "dependencies";
  private static final String HEALTH = "health";
  private static final String STARTED = "started";

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
    ways.put(DEPENDENCIES, dependencies(desired.dependencies()));
    ways.put(HEALTH, Sequence.of(desired.health().stream().map(HealthRecord::write).toList()));
    record.before().ifPresent(before -> ways.put(BEFORE, specs(before, false)));
    String text =
        String.join(
            NEXT_DOCUMENT,
            document(desired.rendered()),
            document(specs(desired, withContents)),
            document(ways.build()));
    return Compression.compressed(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String document(Mapping content) {
    return YamlWriter.write(content).stripTrailing();
  }

  private static Mapping specs(DesiredStack stack, boolean withContents) {
    Map<String, Map<String, Mapping>> kinds = new TreeMap<>();
    for (DesiredResource each : stack.resources()) {
      kinds
          .computeIfAbsent(each.ref().kind().word(), kind -> new TreeMap<>())
          .put(each.ref().name(), withContents ? withContent(each) : each.spec());
    }
    Mapping.Builder specs = Mapping.builder();
    kinds.forEach((kind, named) -> specs.put(kind, Mapping.of(named)));
    return specs.build();
  }

  private static Mapping withContent(DesiredResource object) {
    return object
        .payload()
        .filter(data -> object.ref().kind() == ResourceKind.CONFIG)
        .map(data -> Base64.getEncoder().encodeToString(data.bytes()))
        .map(data -> object.spec().with(DATA, Document.text(data)))
        .orElse(object.spec());
  }

  private static Mapping dependencies(Dependencies dependencies) {
    Mapping.Builder services = Mapping.builder();
    dependencies
        .byService()
        .forEach(
            (service, before) -> {
              Map<String, String> words = new TreeMap<>();
              before.forEach((name, milestone) -> words.put(name, word(milestone)));
              services.put(service, Mapping.ofTexts(words));
            });
    return services.build();
  }

  private static String word(Optional<Milestone> milestone) {
    return milestone.map(each -> each.name().toLowerCase(Locale.ROOT)).orElse(STARTED);
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
            resources(documents.get(1)),
            readDependencies(ways.mapping(DEPENDENCIES)),
            ways.sequence(HEALTH).mappings().<HealthTarget>map(HealthRecord::read).toList(),
            documents.get(0));
    Optional<DesiredStack> before =
        ways.get(BEFORE).flatMap(Document::asMapping).map(specs -> before(stack, specs));
    return Optional.of(new StackRecord(desired, before));
  }

  private static DesiredStack before(String stack, Mapping specs) {
    return DesiredStack.again(
        stack, resources(specs), Dependencies.none(), List.of(), Mapping.empty());
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

  private static List<DesiredResource> resources(Mapping kinds) {
    List<DesiredResource> resources = new ArrayList<>();
    for (ResourceKind kind : ResourceKind.values()) {
      kinds
          .mapping(kind.word())
          .entries()
          .forEach((name, spec) -> resources.add(resource(new ResourceRef(kind, name), spec)));
    }
    resources.sort(Comparator.comparing(DesiredResource::ref));
    return resources;
  }

  private static DesiredResource resource(ResourceRef ref, Document document) {
    Mapping spec = document.asMapping().orElse(Mapping.empty());
    Optional<Payload> content = spec.text(DATA).map(Base64.getDecoder()::decode).map(Payload::of);
    return new DesiredResource(ref, spec.without(DATA), content);
  }

  private static Dependencies readDependencies(Mapping services) {
    Map<String, Map<String, Optional<Milestone>>> dependencies = new TreeMap<>();
    for (String service : services.keys()) {
      Map<String, Optional<Milestone>> before = new TreeMap<>();
      services.mapping(service).texts().forEach((name, word) -> before.put(name, milestone(word)));
      dependencies.put(service, before);
    }
    return new Dependencies(dependencies);
  }

  private static Optional<Milestone> milestone(String word) {
    for (Milestone milestone : Milestone.values()) {
      if (milestone.name().toLowerCase(Locale.ROOT).equals(word)) {
        return Optional.of(milestone);
      }
    }
    return Optional.empty();
  }
}
