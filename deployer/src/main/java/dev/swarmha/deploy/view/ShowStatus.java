package dev.swarmha.deploy.view;

import dev.swarmha.deploy.UnknownStack;
import dev.swarmha.deploy.lock.StackLock;
import dev.swarmha.deploy.plan.ReplicaMemory;
import dev.swarmha.deploy.plan.SurgeMemory;
import dev.swarmha.deploy.revision.Revision;
import dev.swarmha.deploy.revision.RevisionStore;
import dev.swarmha.deploy.view.StackStatus.LockView;
import dev.swarmha.deploy.view.StackStatus.NodeStatus;
import dev.swarmha.deploy.view.StackStatus.ServiceStatus;
import dev.swarmha.document.Document;
import dev.swarmha.engine.Node;
import dev.swarmha.engine.NotFoundException;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.Snapshot;
import dev.swarmha.engine.SwarmEngine;
import dev.swarmha.engine.Task;
import dev.swarmha.engine.UpdateStatus;
import dev.swarmha.engine.time.Timeline;
import dev.swarmha.wait.Convergence;
import dev.swarmha.wait.ConvergenceJudge;
import dev.swarmha.wait.ServiceTarget;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Shows how a stack stands, by the same verdicts that a deploy waits for. */
public final class ShowStatus {

  private final SwarmEngine engine;
  private final Timeline timeline;

  public ShowStatus(SwarmEngine engine, Timeline timeline) {
    this.engine = engine;
    this.timeline = timeline;
  }

  /**
   * Shows it.
   *
   * @throws NotFoundException when nothing belongs to such a stack
   */
  public StackStatus run(String stack) {
    Snapshot snapshot = Snapshot.ofRollout(engine, timeline, stack);
    Optional<LockView> lock = lock(stack);
    List<Revision> revisions = new RevisionStore(engine).list(stack);
    Optional<Revision> current = RevisionStore.current(revisions);
    Optional<Revision> later =
        revisions.stream()
            .filter(each -> each.number() > current.map(Revision::number).orElse(0))
            .reduce((older, newer) -> newer);
    if (snapshot.services().isEmpty() && later.filter(Revision::isUnfinished).isEmpty()) {
      throw lock.map(each -> "locked by " + each.holder())
          .map(held -> new NotFoundException("there is no stack \"" + stack + "\"; " + held))
          .orElseGet(() -> UnknownStack.named(stack, engine));
    }
    List<ServiceStatus> services =
        snapshot.services().stream().map(service -> status(service, snapshot)).toList();
    return new StackStatus(stack, current, later, lock, services, nodes(snapshot));
  }

  private Optional<LockView> lock(String stack) {
    return StackLock.holder(stack, engine)
        .map(holder -> new LockView(holder, !engine.info().clock().isBefore(holder.expires())));
  }

  private static List<NodeStatus> nodes(Snapshot snapshot) {
    Map<ResourceId, Integer> running = new HashMap<>();
    snapshot.services().stream()
        .flatMap(service -> snapshot.tasksOf(service.id()).stream())
        .filter(Task::isRunning)
        .flatMap(task -> task.node().stream())
        .forEach(node -> running.merge(node, 1, Integer::sum));
    return snapshot.nodes().stream()
        .sorted(Comparator.comparing(Node::hostname))
        .map(node -> new NodeStatus(node, running.getOrDefault(node.id(), 0)))
        .toList();
  }

  private static ServiceStatus status(Resource service, Snapshot snapshot) {
    ServiceTarget asItIs =
        new ServiceTarget(service.name(), service.id(), spec -> true, Duration.ZERO);
    Convergence verdict = ConvergenceJudge.judge(asItIs, snapshot);
    List<Task> running = snapshot.tasksOf(service.id()).stream().filter(Task::isRunning).toList();
    VerdictView view = verdict.accept(new VerdictView.Reader(service));
    int wanted = view.wanted().orElseGet(() -> replicas(service));
    return new ServiceStatus(
        service.name(),
        mode(service),
        running.size(),
        wanted,
        wanted == 0 && ReplicaMemory.of(service.spec()).isPresent(),
        image(service),
        otherImages(service, running),
        view.state(),
        rollout(service),
        spread(running, snapshot),
        view.reasons(),
        SurgeMemory.of(service.spec()));
  }

  private static String mode(Resource service) {
    return service.spec().mapping("Mode").keys().stream()
        .findFirst()
        .map(mode -> mode.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT))
        .orElse("replicated");
  }

  private static int replicas(Resource service) {
    return service
        .spec()
        .at("Mode", "Replicated", "Replicas")
        .flatMap(Document::asLong)
        .map(Math::toIntExact)
        .orElse(0);
  }

  private static String image(Resource service) {
    return service
        .spec()
        .at("TaskTemplate", "ContainerSpec", "Image")
        .flatMap(Document::asText)
        .map(ShowTasks::withoutDigest)
        .orElse("");
  }

  /** What still runs, or runs again, although the spec says otherwise. */
  private static List<String> otherImages(Resource service, List<Task> running) {
    return running.stream()
        .map(task -> ShowTasks.withoutDigest(task.image()))
        .filter(image -> !image.equals(image(service)))
        .distinct()
        .sorted()
        .toList();
  }

  private static String rollout(Resource service) {
    return service.updateStatus().map(UpdateStatus::message).orElse("");
  }

  private static Map<String, Integer> spread(List<Task> running, Snapshot snapshot) {
    Map<String, Integer> spread = new TreeMap<>();
    running.stream()
        .flatMap(task -> task.node().stream())
        .flatMap(id -> snapshot.node(id).stream())
        .map(Node::hostname)
        .forEach(node -> spread.merge(node, 1, Integer::sum));
    return spread;
  }
}
