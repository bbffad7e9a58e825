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
import dev.swarmha.wait.Milestone;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A stack as it should be, as a document. The data of secrets is never in it. */
public final class StackDocument {

  private static final String DATA = "Data";
  private static final String STARTED = "started";
  private static final String NAME = "name";
  private static final String SPECS = "specs";
  private static final String EXTERNALS = "externals";
  private static final String LEFT_ALONE = "leftAlone";
  private static final String DEPENDENCIES = "dependencies";
  private static final String HEALTH = "health";
  private static final String RENDERED = "rendered";

  private StackDocument() {}

  /** All of a stack, with the contents of its configs. */
  public static Mapping write(DesiredStack stack) {
    return Mapping.builder()
        .put(NAME, stack.name())
        .put(SPECS, specs(stack, true))
        .put(EXTERNALS, names(stack.externals()))
        .put(LEFT_ALONE, names(stack.leftAlone()))
        .put(DEPENDENCIES, dependencies(stack.dependencies()))
        .put(HEALTH, Sequence.of(stack.health().stream().map(HealthRecord::write).toList()))
        .put(RENDERED, stack.rendered())
        .build();
  }

  /** What {@link #write} has written. */
  public static DesiredStack read(Mapping document) {
    return new DesiredStack(
        document.text(NAME).orElse(""),
        resources(document.mapping(SPECS)),
        refs(document.mapping(EXTERNALS)),
        readDependencies(document.mapping(DEPENDENCIES)),
        document.sequence(HEALTH).mappings().<HealthTarget>map(HealthRecord::read).toList(),
        document.mapping(RENDERED),
        refs(document.mapping(LEFT_ALONE)));
  }

  private static Mapping names(Set<ResourceRef> refs) {
    Map<String, List<String>> names = new TreeMap<>();
    refs.forEach(
        ref -> names.computeIfAbsent(ref.kind().word(), kind -> new ArrayList<>()).add(ref.name()));
    Mapping.Builder kinds = Mapping.builder();
    names.forEach((kind, ofKind) -> kinds.put(kind, Document.texts(ofKind)));
    return kinds.build();
  }

  private static Set<ResourceRef> refs(Mapping kinds) {
    Set<ResourceRef> refs = new TreeSet<>();
    for (ResourceKind kind : ResourceKind.values()) {
      kinds.sequence(kind.word()).items().stream()
          .flatMap(name -> name.asText().stream())
          .forEach(name -> refs.add(new ResourceRef(kind, name)));
    }
    return refs;
  }

  /** What a stack owns, by kind and name. */
  static Mapping specs(DesiredStack stack, boolean withContents) {
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

  static Mapping dependencies(Dependencies dependencies) {
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

  static List<DesiredResource> resources(Mapping kinds) {
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

  static Dependencies readDependencies(Mapping services) {
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
