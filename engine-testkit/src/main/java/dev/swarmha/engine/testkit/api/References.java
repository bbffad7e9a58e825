package dev.swarmha.engine.testkit.api;

import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Sequence;
import dev.swarmha.engine.EngineRefusedException;
import dev.swarmha.engine.InUseException;
import dev.swarmha.engine.NotFoundException;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.testkit.state.ClusterState;
import dev.swarmha.engine.testkit.state.StoredObject;
import dev.swarmha.engine.testkit.state.StoredTask;
import dev.swarmha.engine.testkit.state.TaskSpec;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What services refer to: must be there when they are written, and stay while they are. */
final class References {

  private final ClusterState state;

  References(ClusterState state) {
    this.state = state;
  }

  /** The service's spec with network names replaced by ids, once all that it refers to is found. */
  Mapping resolve(String purpose, Mapping service) {
    Mapping template = service.mapping("TaskTemplate");
    TaskSpec task = new TaskSpec(template);
    requireAll(purpose, ResourceKind.SECRET, task.secrets());
    requireAll(purpose, ResourceKind.CONFIG, task.configs());
    if (template.sequence("Networks").isEmpty()) {
      return service;
    }
    List<Mapping> networks =
        template
            .sequence("Networks")
            .mappings()
            .map(network -> network.with("Target", target(purpose, network)))
            .toList();
    return service.with("TaskTemplate", template.with("Networks", Sequence.of(networks)));
  }

  private Document target(String purpose, Mapping network) {
    String asked = network.text("Target").orElse("");
    if (PredefinedNetworks.find(new ResourceId(asked)).isPresent()) {
      return Document.text(asked);
    }
    return PredefinedNetworks.id(asked)
        .or(() -> storedNetwork(asked))
        .map(id -> Document.text(id.value()))
        .orElseThrow(
            () -> new NotFoundException("cannot " + purpose + ": network " + asked + " not found"));
  }

  private Optional<ResourceId> storedNetwork(String asked) {
    return state.all(ResourceKind.NETWORK).stream()
        .filter(found -> found.name().equals(asked) || found.id().value().equals(asked))
        .findFirst()
        .map(StoredObject::id);
  }

  private void requireAll(String purpose, ResourceKind kind, List<Mapping> references) {
    String key = kind == ResourceKind.SECRET ? "Secret" : "Config";
    List<String> missing =
        references.stream()
            .filter(reference -> !exists(kind, reference.text(key + "ID").orElse("")))
            .map(reference -> reference.text(key + "Name").orElse(""))
            .toList();
    if (!missing.isEmpty()) {
      String word = missing.size() == 1 ? kind.word() : kind.word() + "s";
      throw refused(purpose, word + " not found: " + String.join(", ", missing));
    }
  }

  private boolean exists(ResourceKind kind, String id) {
    return state.find(new ResourceId(id)).filter(found -> found.kind() == kind).isPresent();
  }

  private static EngineRefusedException refused(String purpose, String words) {
    return new EngineRefusedException(
        "cannot " + purpose + ": rpc error: code = InvalidArgument desc = " + words);
  }

  /**
   * Refuses to let an object go that something needs.
   *
   * @throws InUseException when a service refers to it, or a task that runs is on the network
   */
  void requireUnused(String purpose, StoredObject object) {
    switch (object.kind()) {
      case SECRET, CONFIG -> requireUnusedByServices(purpose, object);
      case NETWORK -> requireUnattached(purpose, object);
      case SERVICE, NODE -> {}
    }
  }

  private void requireUnusedByServices(String purpose, StoredObject object) {
    String key = object.kind() == ResourceKind.SECRET ? "SecretID" : "ConfigID";
    List<String> users =
        state.all(ResourceKind.SERVICE).stream()
            .filter(service -> refersTo(service.service().task(), key, object.id()))
            .map(StoredObject::name)
            .toList();
    if (!users.isEmpty()) {
      String services = users.size() == 1 ? "service: " : "services: ";
      throw new InUseException(
          inUse(purpose, object.kind().word() + " '" + object.name() + "'")
              + "the following "
              + services
              + users.stream().collect(Collectors.joining(", ")));
    }
  }

  private static boolean refersTo(TaskSpec task, String key, ResourceId id) {
    List<Mapping> references = key.equals("SecretID") ? task.secrets() : task.configs();
    return references.stream()
        .anyMatch(reference -> reference.text(key).filter(id.value()::equals).isPresent());
  }

  private void requireUnattached(String purpose, StoredObject network) {
    String id = network.id().value();
    for (StoredObject service : state.all(ResourceKind.SERVICE)) {
      if (service.service().task().networks().contains(id)) {
        throw new InUseException(inUse(purpose, "network " + id) + "service " + service.id());
      }
    }
    for (StoredTask task : state.tasks()) {
      if (task.isWanted() && !task.hasEnded() && task.spec().networks().contains(id)) {
        throw new InUseException(inUse(purpose, "network " + id) + "task " + task.id());
      }
    }
  }

  private static String inUse(String purpose, String what) {
    return "cannot "
        + purpose
        + ": rpc error: code = InvalidArgument desc = "
        + what
        + " is in use by ";
  }
}
