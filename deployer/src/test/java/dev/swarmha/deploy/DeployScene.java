package dev.swarmha.deploy;

import static java.time.Duration.ofSeconds;

import dev.swarmha.deploy.DeployRequest.OnFailure;
import dev.swarmha.deploy.DeployRequest.Patience;
import dev.swarmha.deploy.event.ProgressEvent;
import dev.swarmha.deploy.outcome.Outcome;
import dev.swarmha.deploy.plan.HealthTarget;
import dev.swarmha.deploy.revision.Revision;
import dev.swarmha.deploy.revision.RevisionStore;
import dev.swarmha.engine.EngineConnection;
import dev.swarmha.engine.Node;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.probe.HealthProbe;
import dev.swarmha.engine.probe.StatusRanges;
import dev.swarmha.engine.testkit.Calls.Call;
import dev.swarmha.engine.testkit.InMemorySwarm;
import dev.swarmha.wait.probe.HealthCheck;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Three nodes, a stack called shop, and everything that its deploys tell. */
final class DeployScene {

  static final String URL = "http://shop.test/health";

  final InMemorySwarm swarm = InMemorySwarm.withNodes("n1", "n2", "n3");
  final List<ProgressEvent> events = new ArrayList<>();

  Outcome deploy(StackBuilder file) {
    return run(Requests.of(file.build()));
  }

  Outcome run(Requests requests) {
    return new DeployStack(world()).run(requests.build());
  }

  /** Runs a deploy that is killed when it asks for one write more. */
  Outcome deployUntil(int writes, StackBuilder file) {
    try {
      return new DeployStack(mortalWorld(writes)).run(Requests.of(file.build()).build());
    } finally {
      endLease();
    }
  }

  /** Whether a deploy is killed when it asks for one write more. */
  boolean killedAfter(int writes, StackBuilder file) {
    try {
      deployUntil(writes, file);
      return false;
    } catch (MortalConnection.Killed killed) {
      return true;
    }
  }

  /** Runs a rollback that is killed when it asks for one write more. */
  Outcome rollBackUntil(int writes, Integer... revision) {
    try {
      return new RollBackStack(mortalWorld(writes)).run(rollback(revision));
    } finally {
      endLease();
    }
  }

  /** As if whoever comes next came after the lease of a dead one. */
  private void endLease() {
    swarm
        .find(ResourceKind.CONFIG, "shop.swarmha.lock")
        .ifPresent(swarm.connection().swarm()::remove);
  }

  private World mortalWorld(int writes) {
    return world(new MortalConnection(swarm.connection(), writes));
  }

  /** To this revision, or to the one before. */
  Outcome rollBack(Integer... revision) {
    return new RollBackStack(world()).run(rollback(revision));
  }

  static RollbackRequest rollback(Integer... revision) {
    return new RollbackRequest(
        "shop",
        Stream.of(revision).findFirst(),
        Patience.DEFAULT,
        OnFailure.ROLLBACK,
        false,
        false,
        Recording.DEFAULT,
        Duration.ZERO);
  }

  World world() {
    return world(swarm.connection());
  }

  private World world(EngineConnection connection) {
    return new World(connection, swarm.prober(), swarm.timeline(), events::add);
  }

  /** The notes so far. */
  List<String> notes() {
    return events.stream()
        .filter(ProgressEvent.Noted.class::isInstance)
        .map(event -> ((ProgressEvent.Noted) event).message())
        .toList();
  }

  /** The calls that ask for a change of anything but a lock. */
  static List<Call> changes(InMemorySwarm swarm) {
    return swarm.calls().writes().stream()
        .filter(call -> !call.subject().endsWith(".swarmha.lock"))
        .toList();
  }

  List<Call> changes() {
    return changes(swarm);
  }

  List<Revision> revisions() {
    return new RevisionStore(swarm.connection().swarm()).list("shop");
  }

  /** Where a published port of health answers on a node. */
  static String portOn(String node, InMemorySwarm swarm) {
    String address =
        swarm.connection().swarm().nodes().stream()
            .filter(each -> each.hostname().equals(node))
            .map(Node::address)
            .findFirst()
            .orElseThrow();
    return "http://" + address + ":8080/health";
  }

  /** Asks {@link #URL} each second, so many times. */
  static HealthTarget healthUrl(int tries) {
    HealthProbe probe =
        new HealthProbe.Http(URI.create(URL), StatusRanges.SUCCESS, Optional.empty(), ofSeconds(5));
    return new HealthTarget.Address(new HealthCheck(probe, 1, tries, ofSeconds(1)));
  }
}
