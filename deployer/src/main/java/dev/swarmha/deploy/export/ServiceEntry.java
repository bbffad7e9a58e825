package dev.swarmha.deploy.export;

import dev.swarmha.deploy.image.ImagePinning;
import dev.swarmha.deploy.plan.ReplicaMemory;
import dev.swarmha.deploy.plan.SurgeMemory;
import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Sequence;
import dev.swarmha.engine.Selector;
import dev.swarmha.stack.value.ImageReference;
import dev.swarmha.stack.value.ValueException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The entry of a service in a file: its spec in the file's words, with everything that it uses
 * declared in the top-level sections and referred to by key.
 */
final class ServiceEntry {

  /** The types of mounts whose source is a volume that the file declares. */
  private static final Set<String> NAMED = Set.of("volume", "cluster");

  /** What a source begins with that is any cluster volume of a group. */
  private static final String GROUP = "group:";

  private final String key;
  private final Declarations declarations;
  private final Map<String, String> ownNetworks;
  private final Map<String, String> plainNames;

  /**
   * An entry under construction.
   *
   * @param ownNetworks the keys of the stack's own networks by their names
   * @param plainNames by the names of secrets and configs that are derived from their contents, the
   *     names that they are derived from
   */
  ServiceEntry(
      String key,
      Declarations declarations,
      Map<String, String> ownNetworks,
      Map<String, String> plainNames) {
    this.key = key;
    this.declarations = declarations;
    this.ownNetworks = ownNetworks;
    this.plainNames = plainNames;
  }

  /** The entry for a spec in the words of a file. */
  Mapping of(Mapping said) {
    Mapping entry = said.without("name");
    entry = image(entry);
    entry = labels(entry);
    entry = each(entry, "volumes", this::volume);
    entry = each(entry, "secrets", use -> file("secrets", use));
    entry = each(entry, "configs", use -> file("configs", use));
    entry = byName(entry, "networks", this::network);
    entry = byName(entry, "ulimits", limit -> limit.without("name"));
    if (entry.mapping("healthcheck").equals(Mapping.of("test", Document.texts(List.of("NONE"))))) {
      entry = entry.with("healthcheck", Mapping.of("disable", Document.bool(true)));
    }
    return entry;
  }

  /**
   * The image with its digest, as it runs. Docker keeps in a label what the file says, and so the
   * label is said too where it is not what this file would give.
   */
  private static Mapping image(Mapping entry) {
    String image = entry.text("image").orElse("");
    Optional<String> label =
        entry.mapping("deploy").mapping("labels").text(ImagePinning.IMAGE_LABEL);
    if (label.isEmpty() || label.get().equals(image)) {
      return entry;
    }
    if (tagged(label.get()).equals(image)) {
      return entry.with("image", Document.text(label.get()));
    }
    return entry.with("x-swarmha", Mapping.of("stackImage", Document.text(label.get())));
  }

  private static String tagged(String image) {
    try {
      return ImageReference.isIdentifier(image) ? image : ImageReference.parse(image).tagged();
    } catch (ValueException otherTool) {
      return image;
    }
  }

  /** Without the labels that every deploy gives. */
  private static Mapping labels(Mapping entry) {
    Mapping own = entry.mapping("labels").without(Selector.STACK_LABEL);
    Mapping service =
        entry
            .mapping("deploy")
            .mapping("labels")
            .without(Selector.STACK_LABEL)
            .without(ImagePinning.IMAGE_LABEL)
            .without(ReplicaMemory.LABEL)
            .without(SurgeMemory.LABEL);
    Mapping labelled = own.isEmpty() ? entry.without("labels") : entry.with("labels", own);
    Mapping deploy =
        service.isEmpty()
            ? entry.mapping("deploy").without("labels")
            : entry.mapping("deploy").with("labels", service);
    return deploy.isEmpty() ? labelled.without("deploy") : labelled.with("deploy", deploy);
  }

  private Mapping volume(Mapping mount) {
    Optional<String> source = mount.text("source").filter(name -> !name.startsWith(GROUP));
    if (!NAMED.contains(mount.text("type").orElse("")) || source.isEmpty()) {
      return mount;
    }
    Mapping options = mount.mapping("volume");
    Mapping.Builder entry = Mapping.builder();
    for (String each : List.of("driver", "driver_opts")) {
      entry.putIfPresent(each, options.get(each));
    }
    Mapping labels = options.mapping("labels");
    Mapping others = labels.without(Selector.STACK_LABEL);
    if (!others.isEmpty()) {
      entry.put("labels", others);
    }
    String volume =
        labels.has(Selector.STACK_LABEL)
            ? declarations.own("volumes", source.get(), entry.build())
            : declarations.external("volumes", source.get());
    Mapping rest = options.without("driver").without("driver_opts").without("labels");
    Mapping referring = mount.with("source", Document.text(volume));
    return rest.isEmpty() ? referring.without("volume") : referring.with("volume", rest);
  }

  /**
   * Secrets and configs are used as they are in the swarm: nobody can read a secret's content, and
   * a file without it could not be deployed.
   */
  private Mapping file(String section, Mapping use) {
    String name = use.text("source").orElse("");
    String source = declarations.external(section, name, plainNames.getOrDefault(name, name));
    Mapping referring = use.with("source", Document.text(source));
    return use.text("target").filter(source::equals).isPresent()
        ? referring.without("target")
        : referring;
  }

  private Mapping network(Mapping use) {
    // Docker gives each service its own name on its networks, behind the aliases of the file.
    List<String> aliases = new ArrayList<>(use.sequence("aliases").texts().toList());
    if (!aliases.isEmpty() && aliases.get(aliases.size() - 1).equals(key)) {
      aliases.remove(aliases.size() - 1);
    }
    Mapping rest = use.without("name").without("aliases");
    return aliases.isEmpty() ? rest : rest.with("aliases", Document.texts(aliases));
  }

  private static Mapping each(Mapping entry, String list, Function<Mapping, Mapping> change) {
    return entry.has(list)
        ? entry.with(list, Sequence.of(entry.sequence(list).mappings().map(change).toList()))
        : entry;
  }

  /** A list to a mapping by the names of its items. */
  private Mapping byName(Mapping entry, String list, Function<Mapping, Mapping> change) {
    if (!entry.has(list)) {
      return entry;
    }
    Map<String, Mapping> items = new TreeMap<>();
    entry
        .sequence(list)
        .mappings()
        .forEach(item -> items.put(keyOf(list, item.text("name").orElse("")), change.apply(item)));
    return entry.with(list, Mapping.of(items));
  }

  private String keyOf(String list, String name) {
    if (!list.equals("networks")) {
      return name;
    }
    String own = ownNetworks.get(name);
    return own == null ? declarations.external("networks", name) : own;
  }
}
