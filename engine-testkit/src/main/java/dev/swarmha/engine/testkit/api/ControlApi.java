package dev.swarmha.engine.testkit.api;

import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.EngineRefusedException;
import dev.swarmha.engine.NameTakenException;
import dev.swarmha.engine.Node.NodeState;
import dev.swarmha.engine.NotFoundException;
import dev.swarmha.engine.OtherContentException;
import dev.swarmha.engine.Payload;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.StaleVersionException;
import dev.swarmha.engine.WriteOptions;
import dev.swarmha.engine.testkit.state.ClusterState;
import dev.swarmha.engine.testkit.state.ServiceSpec;
import dev.swarmha.engine.testkit.state.StoredNode;
import dev.swarmha.engine.testkit.state.StoredObject;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the managers do with a write: check it, complete it, store it (swarmkit {@code
 * manager/controlapi}, moby {@code daemon/cluster}). Refusals are in the Engine's words.
 */
public final class ControlApi {

  private final ClusterState state;
  private final SpecChecks checks;
  private final References references;
  private final Attachments attachments;
  private final NetworkSpecs networks = new NetworkSpecs();

  /** The API of a swarm that has nothing yet but its ingress network. */
  public ControlApi(ClusterState state) {
    this.state = state;
    this.checks = new SpecChecks(state);
    this.references = new References(state);
    this.attachments = new Attachments(state);
    create(ResourceKind.NETWORK, NetworkSpecs.INGRESS, WriteOptions.NONE);
  }

  /** All objects of a kind, ordered by name, as the Engine of a node shows them. */
  public List<StoredObject> list(ResourceKind kind, Optional<ResourceId> node) {
    if (kind != ResourceKind.NETWORK || node.isEmpty()) {
      return state.all(kind);
    }
    return Stream.concat(state.all(kind).stream(), attachments.lingering(node.get()).stream())
        .sorted(Comparator.comparing(StoredObject::name))
        .toList();
  }

  /** An object by its id, one that no list shows included. */
  public Optional<StoredObject> find(ResourceKind kind, ResourceId id) {
    return state
        .find(id)
        .or(() -> PredefinedNetworks.find(id))
        .filter(found -> found.kind() == kind);
  }

  public ResourceId create(ResourceKind kind, Mapping spec, WriteOptions options) {
    String name = spec.text("Name").orElse("");
    String purpose = "create " + kind.word() + " " + name;
    checks.check(purpose, kind, spec);
    checks.checkPayload(purpose, kind, options.payload());
    Mapping stored = stored(purpose, kind, spec, options);
    if (state.find(kind, name).isPresent()) {
      throw new NameTakenException(
          "cannot "
              + purpose
              + ": rpc error: code = AlreadyExists desc = name conflicts with an existing object: "
              + kind.word()
              + " "
              + name
              + " already exists");
    }
    return state.create(kind, name, stored, options.payload()).id();
  }

  private Mapping stored(String purpose, ResourceKind kind, Mapping spec, WriteOptions options) {
    Mapping complete = SpecDefaults.apply(kind, spec);
    return switch (kind) {
      case SERVICE -> references.resolve(purpose, complete);
      case NETWORK -> networks.complete(complete);
      case CONFIG -> options.payload().map(data -> withData(complete, data)).orElse(complete);
      case SECRET, NODE -> complete;
    };
  }

  private static Mapping withData(Mapping spec, Payload data) {
    return spec.with("Data", Document.text(Base64.getEncoder().encodeToString(data.bytes())));
  }

  public void update(Resource observed, Mapping spec, WriteOptions options) {
    String purpose = "update " + observed.kind().word() + " " + observed.name();
    if (observed.kind() == ResourceKind.NETWORK) {
      throw new EngineRefusedException("cannot " + purpose + ": networks do not change");
    }
    StoredObject current =
        state
            .find(observed.id())
            .orElseThrow(() -> new NotFoundException("cannot " + purpose + ": not found"));
    checks.check(purpose, observed.kind(), spec);
    Mapping stored = changed(purpose, current, spec);
    if (current.version() != observed.version().index()) {
      throw new StaleVersionException(
          "cannot " + purpose + ": rpc error: code = Unknown desc = update out of sequence");
    }
    requireUnchangeable(purpose, current, spec, options);
    state.put(current.updatedTo(stored));
  }

  private Mapping changed(String purpose, StoredObject current, Mapping spec) {
    return switch (current.kind()) {
      case SECRET, CONFIG -> current.spec().with("Labels", spec.mapping("Labels"));
      case SERVICE, NETWORK, NODE -> stored(purpose, current.kind(), spec, WriteOptions.NONE);
    };
  }

  private void requireUnchangeable(
      String purpose, StoredObject current, Mapping spec, WriteOptions options) {
    switch (current.kind()) {
      case SERVICE -> requireSameService(purpose, current, spec);
      case SECRET, CONFIG -> requireSameData(purpose, current, spec, options);
      case NODE -> requireAnotherManager(purpose, current, spec);
      case NETWORK -> {}
    }
  }

  private static void requireSameService(String purpose, StoredObject current, Mapping spec) {
    if (!current.service().mode().equals(new ServiceSpec(spec).mode())) {
      throw refused(purpose, "Unimplemented", "service mode change is not allowed");
    }
    if (!spec.text("Name").equals(Optional.of(current.name()))) {
      throw refused(purpose, "InvalidArgument", "renaming services is not supported");
    }
  }

  private static void requireSameData(
      String purpose, StoredObject current, Mapping spec, WriteOptions options) {
    boolean otherName = !spec.text("Name").equals(Optional.of(current.name()));
    boolean otherPayload =
        options.payload().isPresent() && !options.payload().equals(current.payload());
    boolean otherData = spec.has("Data") && !spec.get("Data").equals(current.spec().get("Data"));
    if (otherName || otherPayload || otherData) {
      throw new OtherContentException(
          "cannot "
              + purpose
              + ": rpc error: code = InvalidArgument desc = only updates to Labels are allowed");
    }
  }

  private void requireAnotherManager(String purpose, StoredObject current, Mapping spec) {
    long managers = state.nodes().stream().filter(StoredNode::isManager).count();
    boolean isManager = current.spec().text("Role").filter("manager"::equals).isPresent();
    boolean demoted = isManager && spec.text("Role").filter("worker"::equals).isPresent();
    if (demoted && managers == 1) {
      throw refused(
          purpose, "FailedPrecondition", "attempting to demote the last manager of the swarm");
    }
    if (demoted && losesQuorum(current.id())) {
      throw refused(
          purpose,
          "FailedPrecondition",
          "can't remove member from the raft: this would result in a loss of quorum");
    }
  }

  private boolean losesQuorum(ResourceId demoted) {
    List<StoredNode> left =
        state.nodes().stream()
            .filter(node -> node.isManager() && !node.id().equals(demoted))
            .toList();
    long up = left.stream().filter(node -> node.state() == NodeState.READY).count();
    return up * 2 <= left.size();
  }

  /** Removes an object; nothing happens when it is gone. */
  public void remove(Resource observed) {
    String purpose = "remove " + observed.kind().word() + " " + observed.name();
    Optional<StoredObject> found = state.find(observed.id());
    if (found.isEmpty()) {
      return;
    }
    references.requireUnused(purpose, found.get());
    state.node(observed.id()).ifPresent(node -> requireWorker(purpose, node));
    state.node(observed.id()).ifPresent(node -> requireDown(purpose, node));
    attachments.removed(found.get());
    state.remove(observed.id());
  }

  /** Removes a node that may still be up; nothing happens when it is gone. */
  public void strikeOff(ResourceId id) {
    state
        .node(id)
        .ifPresent(
            node -> {
              requireWorker("remove node " + node.hostname(), node);
              state.remove(id);
            });
  }

  private static void requireWorker(String purpose, StoredNode node) {
    if (node.isManager()) {
      throw refused(
          purpose,
          "FailedPrecondition",
          "node "
              + node.id()
              + " is a cluster manager and is a member of the raft cluster. It must be demoted to"
              + " worker before removal");
    }
  }

  private static void requireDown(String purpose, StoredNode node) {
    if (node.state() != NodeState.DOWN) {
      throw refused(
          purpose, "FailedPrecondition", "node " + node.id() + " is not down and can't be removed");
    }
  }

  private static EngineRefusedException refused(String purpose, String code, String words) {
    return new EngineRefusedException(
        "cannot " + purpose + ": rpc error: code = " + code + " desc = " + words);
  }
}
