package dev.swarmha.deploy.plan;

import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.ResourceRef;
import dev.swarmha.engine.Selector;
import dev.swarmha.engine.Snapshot;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The objects that one secret or config of a stack has been in the course of time, one for each
 * content: those whose label names it, and the one that bears its very name.
 */
public final class Generations {

  /** On an object whose name is derived from its content: the name without the digest. */
  public static final String LABEL = "dev.swarmha.generation-of";

  private static final DocumentPath CONTAINER = DocumentPath.of("TaskTemplate", "ContainerSpec");

  private Generations() {}

  /** What an object is a generation of: itself, as long as no label says otherwise. */
  public static ResourceRef origin(ResourceRef ref, Mapping spec) {
    return spec.mapping("Labels")
        .text(LABEL)
        .map(plain -> new ResourceRef(ref.kind(), plain))
        .orElse(ref);
  }

  static ResourceRef origin(DesiredResource wanted) {
    return origin(wanted.ref(), wanted.spec());
  }

  static ResourceRef origin(Resource observed) {
    return origin(ResourceRef.of(observed), observed.spec());
  }

  /** Whether the name of an object is derived from its content. */
  static boolean isDerived(Mapping spec) {
    return spec.mapping("Labels").has(LABEL);
  }

  /** Whether this is one of the kinds that have content. */
  static boolean haveContent(ResourceKind kind) {
    return kind == ResourceKind.SECRET || kind == ResourceKind.CONFIG;
  }

  /** The secrets and configs that a service names. */
  public static Set<ResourceRef> usedBy(Mapping service) {
    Mapping container = service.at(CONTAINER).flatMap(Document::asMapping).orElse(Mapping.empty());
    Set<ResourceRef> used = new TreeSet<>();
    named(container, "Secrets", "SecretName")
        .forEach(name -> used.add(new ResourceRef(ResourceKind.SECRET, name)));
    named(container, "Configs", "ConfigName")
        .forEach(name -> used.add(new ResourceRef(ResourceKind.CONFIG, name)));
    return used;
  }

  private static Stream<String> named(Mapping container, String list, String key) {
    return container.sequence(list).mappings().flatMap(each -> each.text(key).stream());
  }

  /** The secrets and configs that the services of a snapshot name. */
  public static Set<ResourceRef> used(Snapshot snapshot) {
    Set<ResourceRef> used = new TreeSet<>();
    snapshot.services().forEach(service -> used.addAll(usedBy(service.spec())));
    return used;
  }

  /** The generation that the stack's services use until now; if none does, the newest. */
  static Optional<Resource> predecessor(String stack, DesiredResource wanted, Snapshot snapshot) {
    Set<ResourceRef> used = used(snapshot);
    ResourceRef origin = origin(wanted);
    return snapshot.all(wanted.ref().kind()).stream()
        .filter(Selector.stack(stack)::matches)
        .filter(observed -> origin(observed).equals(origin))
        .max(
            Comparator.comparing((Resource each) -> used.contains(ResourceRef.of(each)))
                .thenComparing(Resource::createdAt));
  }
}
