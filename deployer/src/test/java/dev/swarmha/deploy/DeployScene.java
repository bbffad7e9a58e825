package dev.swarmha.deploy;

import static java.time.Duration.ofSeconds;

import dev.swarmha.deploy.event.ProgressEvent;
import dev.swarmha.deploy.outcome.Outcome;
import dev.swarmha.deploy.plan.HealthTarget;
import dev.swarmha.deploy.revision.Revision;
import dev.swarmha.deploy.revision.RevisionStore;
import dev.swarmha.engine.probe.HealthProbe;
import dev.swarmha.engine.probe.StatusRanges;
import dev.swarmha.engine.testkit.InMemorySwarm;
import dev.swarmha.wait.probe.HealthCheck;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

  World world() {
    return new World(swarm.connection(), swarm.prober(), swarm.timeline(), events::add);
  }

  List<Revision> revisions() {
    return new RevisionStore(swarm.connection().swarm()).list("shop");
  }

  /** Asks {@link #URL} each second, so many times. */
  static HealthTarget healthUrl(int tries) {
    HealthProbe probe =
        new HealthProbe.Http(URI.create(URL), StatusRanges.SUCCESS, Optional.empty(), ofSeconds(5));
    return new HealthTarget.Address(new HealthCheck(probe, 1, tries, ofSeconds(1)));
  }
}
