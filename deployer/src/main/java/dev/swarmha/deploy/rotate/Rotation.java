package dev.swarmha.deploy.rotate;

import dev.swarmha.deploy.plan.DesiredResource;
import dev.swarmha.deploy.plan.DesiredStack;
import dev.swarmha.deploy.plan.Generations;
import dev.swarmha.document.Document;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.ResourceRef;
import dev.swarmha.engine.Selector;
import dev.swarmha.engine.Snapshot;
import dev.swarmha.engine.Snapshot.ExternalNames;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The secrets and configs of a stack, and the names under which it is to have them: derived from
 * their contents, or the plain ones that the file gives. A plain one that is there with the same
 * content stays, so that a stack that {@code docker stack deploy} made does not restart.
 */
public final class Rotation {

  private final DesiredStack file;
  private final Map<ResourceRef, ResourceRef> derived;

  private Rotation(DesiredStack file, Map<ResourceRef, ResourceRef> derived) {
    this.file = file;
    this.derived = derived;
  }

  /** The rotation of a stack as it is converted from its file, with plain names. */
  public static Rotation of(DesiredStack file, Rotate rotate) {
    Map<ResourceRef, ResourceRef> derived = new TreeMap<>();
    if (rotate == Rotate.AUTO) {
      for (DesiredResource each : file.resources()) {
        each.payload()
            .map(content -> ContentName.of(file.name(), each, content))
            .ifPresent(name -> derived.put(each.ref(), new ResourceRef(each.ref().kind(), name)));
      }
    }
    return new Rotation(file, derived);
  }

  /** What a snapshot must look for beside what carries the stack's label. */
  public ExternalNames names() {
    return new ExternalNames(names(ResourceKind.SECRET), names(ResourceKind.CONFIG));
  }

  private Set<String> names(ResourceKind kind) {
    Set<String> names = new TreeSet<>(file.externalNames(kind));
    Collection<ResourceRef> own =
        file.all(kind).stream().map(each -> derived.getOrDefault(each.ref(), each.ref())).toList();
    own.forEach(ref -> names.add(ref.name()));
    return names;
  }

  /**
   * The secrets that are there under their plain names, and that stay exactly if their content is
   * that of the file. Only the Engine can tell, and only when it is asked to write.
   */
  public List<DesiredResource> undecided(Snapshot snapshot) {
    return file.all(ResourceKind.SECRET).stream()
        .filter(secret -> secret.payload().isPresent())
        .filter(secret -> plain(secret, snapshot).isPresent())
        .toList();
  }

  /**
   * A stack under the names that it is to have.
   *
   * @param pinned the stack of the file, whatever else has been decided about it
   * @param different the undecided secrets whose content turned out to be another
   */
  public DesiredStack decide(DesiredStack pinned, Snapshot snapshot, Set<ResourceRef> different) {
    Map<ResourceRef, ResourceRef> renamed = new LinkedHashMap<>();
    for (DesiredResource each : file.resources()) {
      Optional<ResourceRef> name = Optional.ofNullable(derived.get(each.ref()));
      if (name.isPresent() && !stays(each, snapshot, different)) {
        renamed.put(each.ref(), name.get());
      }
    }
    List<DesiredResource> resources = new ArrayList<>();
    Renaming renaming = new Renaming(renamed);
    pinned.resources().forEach(each -> resources.add(renaming.apply(each)));
    resources.sort(Comparator.comparing(DesiredResource::ref));
    return pinned.withResources(resources);
  }

  private boolean stays(DesiredResource wanted, Snapshot snapshot, Set<ResourceRef> different) {
    return plain(wanted, snapshot)
        .filter(observed -> !different.contains(wanted.ref()))
        .filter(observed -> wanted.ref().kind() == ResourceKind.SECRET || same(wanted, observed))
        .isPresent();
  }

  /**
   * The object that bears the plain name and may be kept under it. Without rotation, any; else one
   * of the stack itself, unless the content has an object of its own that is not worse.
   */
  private Optional<Resource> plain(DesiredResource wanted, Snapshot snapshot) {
    Optional<Resource> found = snapshot.find(wanted.ref().kind(), wanted.ref().name());
    if (!derived.containsKey(wanted.ref())) {
      return found;
    }
    ResourceRef own = derived.get(wanted.ref());
    boolean ownIsBetter =
        snapshot.find(own.kind(), own.name()).isPresent()
            && !Generations.used(snapshot).contains(wanted.ref());
    return found
        .filter(Selector.stack(file.name())::matches)
        .filter(observed -> sameTemplating(wanted, observed))
        .filter(observed -> !ownIsBetter);
  }

  /** Swarm takes a change of the template driver without a word and does not make it. */
  private static boolean sameTemplating(DesiredResource wanted, Resource observed) {
    return wanted.spec().mapping("Templating").equals(observed.spec().mapping("Templating"));
  }

  private static boolean same(DesiredResource wanted, Resource observed) {
    Optional<String> data =
        wanted.payload().map(payload -> Base64.getEncoder().encodeToString(payload.bytes()));
    return observed.spec().get("Data").flatMap(Document::asText).equals(data);
  }
}
