package dev.swarmha.deploy.cluster.declared;

import dev.swarmha.deploy.cluster.declared.ClusterPlanBuilder.Target;
import dev.swarmha.deploy.cluster.declared.ClusterStep.Create;
import dev.swarmha.deploy.cluster.declared.ClusterStep.Relabel;
import dev.swarmha.deploy.cluster.declared.ClusterStep.Verb;
import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.Payload;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.Snapshot;
import dev.swarmha.stack.cluster.ClusterFile.Content;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The networks, secrets and configs of a cluster's file. What is missing is made; what is there and
 * is otherwise cannot be changed, so that somebody has to decide.
 */
final class SharedObjects {

  private final DesiredCluster desired;
  private final Optional<Snapshot> observed;
  private final ClusterPlanBuilder plan;

  SharedObjects(DesiredCluster desired, Optional<Snapshot> observed, ClusterPlanBuilder plan) {
    this.desired = desired;
    this.observed = observed;
    this.plan = plan;
  }

  void reconcile(Set<Integer> after, Set<String> otherSecrets) {
    desired
        .file()
        .networks()
        .forEach((name, network) -> network(new NetworkShape(name, network), after));
    desired
        .file()
        .secrets()
        .forEach(
            (name, content) -> {
              if (otherSecrets.contains(name)) {
                plan.refuse(otherContent(ResourceKind.SECRET, name));
              }
              stored(ResourceKind.SECRET, name, content, desired.secrets().get(name), after);
            });
    desired
        .file()
        .configs()
        .forEach(
            (name, content) ->
                stored(ResourceKind.CONFIG, name, content, desired.configs().get(name), after));
  }

  private Optional<Resource> find(ResourceKind kind, String name) {
    return observed.flatMap(snapshot -> snapshot.find(kind, name));
  }

  private void network(NetworkShape shape, Set<Integer> after) {
    Optional<Resource> there = find(ResourceKind.NETWORK, shape.name());
    if (there.isEmpty()) {
      create(ResourceKind.NETWORK, shape.name(), shape.spec(), Optional.empty(), after);
      return;
    }
    List<String> differences = shape.differences(there.get().spec());
    if (!differences.isEmpty()) {
      plan.refuse(
          "network "
              + shape.name()
              + " is there and is another one: "
              + String.join("; ", differences)
              + "; networks cannot be changed: remove it, or give the one in the file another"
              + " name");
    }
  }

  private void stored(
      ResourceKind kind,
      String name,
      Content content,
      @Nullable Payload payload,
      Set<Integer> after) {
    Optional<Resource> there = find(kind, name);
    if (there.isEmpty()) {
      Mapping spec =
          Mapping.builder()
              .put("Name", name)
              .put("Labels", Mapping.ofTexts(content.labels()))
              .build();
      create(kind, name, spec, Optional.ofNullable(payload), after);
      return;
    }
    boolean other =
        kind == ResourceKind.CONFIG
            && payload != null
            && !there.get().spec().text("Data").equals(Optional.of(base64(payload)));
    if (other) {
      plan.refuse(otherContent(kind, name));
      return;
    }
    relabel(there.get(), content.labels());
  }

  private static String base64(Payload payload) {
    return Base64.getEncoder().encodeToString(payload.bytes());
  }

  private static String otherContent(ResourceKind kind, String name) {
    return kind.word()
        + " "
        + name
        + " is there with another content, and cannot be changed: give the new one another name, or"
        + " remove the old one first: swarmha "
        + kind.word()
        + " rm "
        + name;
  }

  private void create(
      ResourceKind kind, String name, Mapping spec, Optional<Payload> payload, Set<Integer> after) {
    plan.add(
        Verb.CREATE, new Target(kind.word(), name), "new", after, new Create(kind, spec, payload));
  }

  private void relabel(Resource there, Map<String, String> wanted) {
    Map<String, String> labels = new LinkedHashMap<>(there.labels());
    labels.putAll(wanted);
    if (!labels.equals(there.labels())) {
      Document changed = Mapping.ofTexts(labels);
      plan.add(
          Verb.UPDATE,
          new Target(there.kind().word(), there.name()),
          "labels",
          Set.of(),
          new Relabel(there, there.spec().with("Labels", changed)));
    }
  }
}
