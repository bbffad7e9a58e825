package dev.swarmha.cli.complete;

import static java.util.Objects.requireNonNull;

import dev.swarmha.deploy.revision.Revision;
import dev.swarmha.deploy.revision.RevisionStore;
import dev.swarmha.deploy.store.ListStored;
import dev.swarmha.deploy.store.StoredKind;
import dev.swarmha.engine.Node;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.Selector;
import dev.swarmha.engine.SwarmEngine;
import dev.swarmha.engine.Task;
import dev.swarmha.engine.TaskQuery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The names in a swarm, asked for anew each time. Throws what the Engine throws; one question costs
 * one or two calls.
 */
public final class SwarmNames implements LiveNames {

  private final SwarmEngine engine;

  public SwarmNames(SwarmEngine engine) {
    this.engine = requireNonNull(engine, "engine");
  }

  @Override
  public List<Candidate> of(NameQuery query) {
    return switch (query.kind()) {
      case STACK -> stacks();
      case SERVICE -> services(Selector.all());
      case SERVICE_OF_STACK ->
          services(query.stack().map(Selector::stack).orElseGet(Selector::all));
      case SERVICE_TO_SCALE -> servicesToScale();
      case TASK -> tasks();
      case NODE -> nodes();
      case SECRET -> stored(StoredKind.SECRET);
      case CONFIG -> stored(StoredKind.CONFIG);
      case REVISION -> query.stack().map(this::revisions).orElseGet(List::of);
      case CONTEXT -> List.of();
    };
  }

  private List<Candidate> stacks() {
    Map<String, Integer> services = new TreeMap<>();
    for (Resource service : engine.list(ResourceKind.SERVICE, Selector.all())) {
      stack(service).ifPresent(stack -> services.merge(stack, 1, Integer::sum));
    }
    List<Candidate> stacks = new ArrayList<>();
    services.forEach((name, count) -> stacks.add(Candidate.of(name, counted(count, "service"))));
    return stacks;
  }

  private static Optional<String> stack(Resource resource) {
    return resource.label(Selector.STACK_LABEL);
  }

  private List<Candidate> services(Selector selector) {
    return engine.list(ResourceKind.SERVICE, selector).stream()
        .map(service -> Candidate.of(service.name(), image(service)))
        .toList();
  }

  /** As it was written; the digest says nothing to people. */
  private static String image(Resource service) {
    String image =
        service.spec().mapping("TaskTemplate").mapping("ContainerSpec").text("Image").orElse("");
    int digest = image.indexOf('@');
    return digest < 0 ? image : image.substring(0, digest);
  }

  private List<Candidate> servicesToScale() {
    List<Candidate> services = new ArrayList<>();
    for (Resource service : engine.list(ResourceKind.SERVICE, Selector.all())) {
      service
          .spec()
          .at("Mode", "Replicated", "Replicas")
          .flatMap(each -> each.asLong())
          .ifPresent(
              count ->
                  services.add(
                      new Candidate(
                          service.name() + "=", "now " + counted(count, "replica"), false)));
    }
    return services;
  }

  private List<Candidate> tasks() {
    Map<ResourceId, String> services = new HashMap<>();
    engine
        .list(ResourceKind.SERVICE, Selector.all())
        .forEach(service -> services.put(service.id(), service.name()));
    Map<String, Candidate> tasks = new TreeMap<>();
    for (Task task : engine.tasks(TaskQuery.all())) {
      String service = services.get(task.service());
      if (service != null) {
        String name = task.displayName(service);
        // Ordered by creation: the newest of a slot is the one that its name means.
        tasks.put(name, Candidate.of(name, task.state().name().toLowerCase(Locale.ROOT)));
      }
    }
    return List.copyOf(tasks.values());
  }

  private List<Candidate> nodes() {
    List<Node> nodes = engine.nodes();
    TreeSet<String> once = new TreeSet<>();
    TreeSet<String> often = new TreeSet<>();
    nodes.stream().map(Node::hostname).filter(name -> !once.add(name)).forEach(often::add);
    return nodes.stream()
        .map(
            node ->
                often.contains(node.hostname())
                    ? Candidate.of(node.id().value(), node.hostname() + ", " + standing(node))
                    : Candidate.of(node.hostname(), standing(node)))
        .toList();
  }

  private static String standing(Node node) {
    List<String> words = new ArrayList<>();
    words.add(node.isLeader() ? "leader" : word(node.role()));
    if (!node.isReady()) {
      words.add(word(node.state()));
    }
    if (node.availability() != Node.Availability.ACTIVE) {
      words.add(word(node.availability()));
    }
    return String.join(", ", words);
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private List<Candidate> stored(StoredKind kind) {
    return new ListStored(engine)
        .run(kind).stream()
            .map(
                each ->
                    Candidate.of(
                        each.name(), stack(each).map(stack -> "of stack " + stack).orElse("")))
            .toList();
  }

  /** The newest first: it is mostly the one before that people go back to. */
  private List<Candidate> revisions(String stack) {
    List<Candidate> revisions = new ArrayList<>();
    for (Revision each : new RevisionStore(engine).list(stack)) {
      String message = each.message().map(text -> ": " + text).orElse("");
      revisions.add(0, Candidate.of(String.valueOf(each.number()), each.state().word() + message));
    }
    return revisions;
  }

  private static String counted(long count, String word) {
    return count + " " + word + (count == 1 ? "" : "s");
  }
}
