package dev.swarmha.engine.docker;

import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.EngineInfo;
import dev.swarmha.engine.EngineRefusedException;
import dev.swarmha.engine.Node;
import dev.swarmha.engine.NotFoundException;
import dev.swarmha.engine.Payload;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.Selector;
import dev.swarmha.engine.SwarmEngine;
import dev.swarmha.engine.Task;
import dev.swarmha.engine.TaskQuery;
import dev.swarmha.engine.WriteOptions;
import dev.swarmha.engine.Written;
import dev.swarmha.engine.docker.wire.Filters;
import dev.swarmha.engine.docker.wire.InfoReader;
import dev.swarmha.engine.docker.wire.NodeReader;
import dev.swarmha.engine.docker.wire.ResourceReader;
import dev.swarmha.engine.docker.wire.TaskReader;
import dev.swarmha.engine.docker.wire.WrittenReader;
import dev.swarmha.engine.time.Deadline;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A swarm through the Engine API of one manager. */
final class DockerSwarmEngine implements SwarmEngine {

  private final EngineApi api;

  DockerSwarmEngine(EngineApi api) {
    this.api = api;
  }

  @Override
  public SwarmEngine until(Deadline deadline) {
    return new DockerSwarmEngine(api.until(deadline));
  }

  @Override
  public EngineInfo info() {
    return InfoReader.read(api.get("ask the Engine about itself", "/info"), api.version());
  }

  @Override
  public List<Node> nodes() {
    return api.list("list nodes", "/nodes", NodeReader::read).stream()
        .sorted(Comparator.comparing(Node::hostname).thenComparing(node -> node.id().value()))
        .toList();
  }

  /**
   * Two calls, in this order: a task that becomes outdated between them counts as outdated, never
   * the other way round. A service may have a hundred thousand tasks: of each no more is kept than
   * what it is read for.
   */
  @Override
  public List<Task> tasks(TaskQuery query) {
    Filters newest = taskFilters(query).with("_up-to-date", "true");
    List<Task> all =
        api.list("list tasks", "/tasks" + taskFilters(query).query(), TaskReader::read);
    return TaskReader.inOrder(
        all, api.list("list tasks", "/tasks" + newest.query(), TaskReader::id));
  }

  private static Filters taskFilters(TaskQuery query) {
    Filters filters = new Filters();
    query.stack().ifPresent(stack -> filters.withLabel(Selector.STACK_LABEL, stack));
    query.service().ifPresent(service -> filters.with("service", service.value()));
    return filters;
  }

  @Override
  public List<Resource> list(ResourceKind kind, Selector selector) {
    String path = collection(kind) + listFilters(kind, selector).query();
    String purpose = "list " + kind.word() + "s";
    return api.list(purpose, path, object -> ResourceReader.read(kind, object)).stream()
        .filter(selector::matches)
        .sorted(Comparator.comparing(Resource::name).thenComparing(found -> found.id().value()))
        .toList();
  }

  @Override
  public Optional<Resource> find(ResourceKind kind, ResourceId id) {
    String path = collection(kind) + "/" + Filters.escaped(id.value());
    try {
      return Optional.of(ResourceReader.read(kind, api.get("find " + kind.word(), path)));
    } catch (NotFoundException gone) {
      return Optional.empty();
    }
  }

  private static Filters listFilters(ResourceKind kind, Selector selector) {
    Filters filters = new Filters();
    if (kind == ResourceKind.NODE) {
      // The Engine's label filter asks for the labels of node's Engines, not for those of nodes.
      return filters;
    }
    if (kind == ResourceKind.NETWORK) {
      filters.with("scope", "swarm");
    }
    selector.labels().forEach(filters::withLabel);
    selector.names().forEach(name -> filters.with("name", name));
    return filters;
  }

  @Override
  public Written create(ResourceKind kind, Mapping spec, WriteOptions options) {
    if (kind == ResourceKind.NODE) {
      throw new IllegalArgumentException("nodes are not created; an Engine joins the swarm");
    }
    String purpose = "create " + kind.word() + " " + spec.text("Name").orElse("without a name");
    Document answer =
        api.post(
            purpose,
            collection(kind) + "/create",
            withPayload(spec, options.payload()),
            EngineApi.headers(options.registryAuth()));
    return WrittenReader.created(answer);
  }

  @Override
  public Written update(Resource observed, Mapping spec, WriteOptions options) {
    String purpose = "update " + name(observed);
    if (observed.kind() == ResourceKind.NETWORK) {
      throw new EngineRefusedException(
          "cannot " + purpose + ": Docker does not change networks; remove it and create it anew");
    }
    Document answer =
        api.post(
            purpose,
            path(observed) + "/update?version=" + observed.version().index(),
            withPayload(spec, options.payload()),
            EngineApi.headers(options.registryAuth()));
    return WrittenReader.updated(observed.id(), answer);
  }

  @Override
  public void remove(Resource observed) {
    try {
      api.delete("remove " + name(observed), path(observed));
    } catch (NotFoundException alreadyGone) {
      return;
    }
  }

  private static Mapping withPayload(Mapping spec, Optional<Payload> payload) {
    return payload.map(data -> spec.with("Data", Document.text(base64(data)))).orElse(spec);
  }

  private static String base64(Payload payload) {
    return Base64.getEncoder().encodeToString(payload.bytes());
  }

  private static String name(Resource resource) {
    return resource.kind().word() + " " + resource.name();
  }

  private static String path(Resource resource) {
    ResourceId id = resource.id();
    return collection(resource.kind()) + "/" + Filters.escaped(id.value());
  }

  private static String collection(ResourceKind kind) {
    return "/" + kind.word() + "s";
  }
}
