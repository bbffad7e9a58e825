package dev.swarmha.lab.scale;

import dev.swarmha.deploy.World;
import dev.swarmha.deploy.plan.DesiredResource;
import dev.swarmha.deploy.plan.DesiredStack;
import dev.swarmha.deploy.plan.Plan;
import dev.swarmha.deploy.plan.Reconciler;
import dev.swarmha.deploy.rebalance.RebalanceRequest;
import dev.swarmha.deploy.rebalance.RebalanceRequest.Method;
import dev.swarmha.deploy.rebalance.RebalanceServices;
import dev.swarmha.deploy.view.ShowStatus;
import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.engine.Snapshot;
import dev.swarmha.engine.testkit.VirtualTimeline;
import dev.swarmha.engine.time.SystemTimeline;
import dev.swarmha.engine.time.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * How long deciding takes in a large swarm that exists in memory only. Run by {@code lab/bench
 * scale}; no ordinary build runs it, and it fails on no time.
 */
final class ScaleBenchmark {

  private static final int NODES = 1_000;
  private static final int SERVICES = 2_000;
  private static final int REPLICAS = 10;
  private static final int ROUNDS = 3;
  private static final long MEBIBYTE = 1L << 20;

  private final Timeline clock = new SystemTimeline();
  private final LargeSwarm swarm = new LargeSwarm(NODES, SERVICES, REPLICAS);

  @Test
  void measure() {
    Snapshot snapshot = swarm.snapshot();
    System.out.printf(
        Locale.ROOT,
        "scale: %d nodes, %d services, %d tasks; at most %d MiB of heap%n",
        snapshot.nodes().size(),
        snapshot.services().size(),
        snapshot.tasks().size(),
        Runtime.getRuntime().maxMemory() / MEBIBYTE);
    measure("plan", () -> plan(snapshot).steps().size() + " steps");
    measure("rebalance forecast", this::forecast);
    measure(
        "status",
        () ->
            new ShowStatus(swarm, new VirtualTimeline()).run(LargeSwarm.STACK).services().size()
                + " services");
  }

  /** A deploy that changes each tenth service. */
  private static Plan plan(Snapshot snapshot) {
    DesiredStack now = DesiredStack.observed(LargeSwarm.STACK, snapshot);
    List<DesiredResource> changed =
        now.resources().stream()
            .map(each -> each.ref().name().endsWith("7") ? changed(each) : each)
            .toList();
    return Reconciler.reconcile(now.withResources(changed), snapshot);
  }

  private static DesiredResource changed(DesiredResource service) {
    return new DesiredResource(
        service.ref(),
        service
            .spec()
            .withAt(
                DocumentPath.of("TaskTemplate", "ContainerSpec", "Image"), Document.text("web:2")),
        service.payload());
  }

  private String forecast() {
    World world =
        new World(
            swarm,
            probe -> {
              throw new UnsupportedOperationException("nobody probes");
            },
            new VirtualTimeline(),
            event -> {});
    return new RebalanceServices(world)
        .run(RebalanceRequest.of(List.of(), Method.SURGE, true))
        .summary();
  }

  /** The first round is that of a command, whose Java has just started; the last is a warm one. */
  private void measure(String what, Supplier<String> work) {
    for (int round = 1; round <= ROUNDS; round++) {
      Instant begin = clock.instant();
      String result = work.get();
      Duration took = Duration.between(begin, clock.instant());
      if (round == 1 || round == ROUNDS) {
        System.out.printf(
            Locale.ROOT,
            "scale: %s, round %d: %.2f s (%s)%n",
            what,
            round,
            took.toMillis() / 1000.0,
            result);
      }
    }
  }
}
