package dev.swarmha.cli.command;

import dev.swarmha.cli.output.LockDocument;
import dev.swarmha.cli.output.ReasonDocument;
import dev.swarmha.cli.output.RevisionText;
import dev.swarmha.deploy.plan.SurgeMemory;
import dev.swarmha.deploy.revision.Provenance;
import dev.swarmha.deploy.revision.Revision;
import dev.swarmha.deploy.view.StackStatus;
import dev.swarmha.deploy.view.StackStatus.LockView;
import dev.swarmha.deploy.view.StackStatus.NodeStatus;
import dev.swarmha.deploy.view.StackStatus.ServiceStatus;
import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Sequence;
import dev.swarmha.engine.Node;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** How one stack stands, as a document. */
final class StatusDocument {

  private StatusDocument() {}

  static Mapping of(StackStatus status) {
    return Mapping.builder()
        .put("stack", status.stack())
        .put("converged", status.isConverged())
        .put("revision", status.revision().map(StatusDocument::document).orElse(Document.nothing()))
        .put(
            "laterRevision",
            status.later().map(StatusDocument::document).orElse(Document.nothing()))
        .put("lock", status.lock().map(StatusDocument::document).orElse(Document.nothing()))
        .put(
            "services",
            Sequence.of(status.services().stream().map(StatusDocument::document).toList()))
        .put("nodes", counts(spread(status.nodes())))
        .put("nodesNotReady", Document.texts(notReady(status.nodes())))
        .build();
  }

  private static Document document(Revision revision) {
    Provenance provenance = revision.caption().provenance();
    return Mapping.builder()
        .put("number", revision.number())
        .put("state", revision.state().word())
        .put("message", ReasonDocument.orNull(revision.message()))
        .put("at", RevisionText.at(revision))
        .put("user", ReasonDocument.orNull(provenance.user()))
        .put("machine", ReasonDocument.orNull(provenance.machine()))
        .put("job", ReasonDocument.orNull(provenance.job()))
        .build();
  }

  private static Document document(LockView lock) {
    return LockDocument.of(lock.holder()).with("overdue", Document.bool(lock.overdue()));
  }

  private static Mapping document(ServiceStatus service) {
    return Mapping.builder()
        .put("name", service.name())
        .put("mode", service.mode())
        .put("running", service.running())
        .put("wanted", service.wanted())
        .put("state", service.state().name().toLowerCase(Locale.ROOT))
        .put("image", service.image())
        .put("otherImages", Document.texts(service.otherImages()))
        .put("rollout", service.rollout())
        .put("nodes", counts(service.spread()))
        .put("reasons", ReasonDocument.all(service.reasons()))
        .put("surge", service.surge().map(SurgeMemory::more).orElse(0L))
        .build();
  }

  /** Nodes of one name count together. */
  private static Map<String, Integer> spread(List<NodeStatus> nodes) {
    Map<String, Integer> spread = new TreeMap<>();
    nodes.forEach(each -> spread.merge(each.node().hostname(), each.tasks(), Integer::sum));
    return spread;
  }

  private static List<String> notReady(List<NodeStatus> nodes) {
    return nodes.stream()
        .map(NodeStatus::node)
        .filter(node -> !node.isReady())
        .map(Node::hostname)
        .distinct()
        .toList();
  }

  private static Mapping counts(Map<String, Integer> tasks) {
    Mapping.Builder counts = Mapping.builder();
    tasks.forEach((node, count) -> counts.put(node, count));
    return counts.build();
  }
}
