package dev.swarmha.cli.command;

import dev.swarmha.deploy.cluster.ClusterStatus;
import dev.swarmha.deploy.cluster.ClusterStatus.Member;
import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Sequence;
import dev.swarmha.engine.Node;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** How a swarm stands, as a document. */
final class ClusterStatusDocument {

  private ClusterStatusDocument() {}

  static Mapping of(ClusterStatus status) {
    return Mapping.builder()
        .put("swarm", orNull(status.swarm()))
        .put("trouble", orNull(status.trouble()))
        .put("knownManagers", Document.texts(status.knownManagers()))
        .put("leader", orNull(status.leader().map(Node::hostname)))
        .put("quorum", quorum(status))
        .put("autolock", status.autolock())
        .put("certificates", certificates(status))
        .put("engineVersions", versions(status))
        .put(
            "nodes",
            Sequence.of(status.members().stream().map(ClusterStatusDocument::node).toList()))
        .build();
  }

  private static Document quorum(ClusterStatus status) {
    if (status.trouble().isPresent()) {
      return Document.nothing();
    }
    return Mapping.builder()
        .put("managers", status.managers())
        .put("reachable", status.reachable())
        .put("needed", status.needed())
        .put("mayBeLost", status.mayBeLost())
        .build();
  }

  private static Mapping certificates(ClusterStatus status) {
    return Mapping.builder()
        .put(
            "rootExpires",
            orNull(
                status
                    .certificates()
                    .rootExpires()
                    .map(end -> end.truncatedTo(ChronoUnit.SECONDS).toString())))
        .put(
            "nodeValidityHours",
            status
                .certificates()
                .nodeValidity()
                .<Document>map(time -> Document.number(time.toHours()))
                .orElse(Document.nothing()))
        .build();
  }

  private static Mapping versions(ClusterStatus status) {
    Mapping.Builder versions = Mapping.builder();
    for (var entry : status.engineVersions().entrySet()) {
      versions.put(entry.getKey(), Document.texts(List.copyOf(entry.getValue())));
    }
    return versions.build();
  }

  private static Mapping node(Member member) {
    Node node = member.node();
    boolean away = !node.isReady();
    return Mapping.builder()
        .put("id", node.id().value())
        .put("hostname", node.hostname())
        .put("role", ClusterStatusText.word(node.role()))
        .put("managerStatus", managerStatus(node))
        .put("status", ClusterStatusText.word(node.state()))
        .put("statusMessage", node.statusMessage())
        .put(
            "sinceAtTheLatest",
            orNull(
                Optional.of(member.changedAt().truncatedTo(ChronoUnit.SECONDS).toString())
                    .filter(any -> away)))
        .put("availability", ClusterStatusText.word(node.availability()))
        .put("address", node.address())
        .put("engineVersion", node.description().engineVersion())
        .put("tasks", member.tasks())
        .put("labels", Mapping.ofTexts(node.labels()))
        .build();
  }

  private static String managerStatus(Node node) {
    return node.managerStatus()
        .map(
            manager ->
                manager.leader() ? "leader" : manager.reachable() ? "reachable" : "unreachable")
        .orElse("");
  }

  private static Document orNull(Optional<String> text) {
    return text.<Document>map(Document::text).orElse(Document.nothing());
  }
}
