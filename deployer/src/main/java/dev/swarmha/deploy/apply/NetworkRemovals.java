package dev.swarmha.deploy.apply;

import dev.swarmha.deploy.event.ProgressEvent;
import dev.swarmha.deploy.event.ProgressSink;
import dev.swarmha.engine.EngineException;
import dev.swarmha.engine.EngineInterruptedException;
import dev.swarmha.engine.InUseException;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.Selector;
import dev.swarmha.engine.Snapshot;
import dev.swarmha.engine.SwarmEngine;
import dev.swarmha.engine.time.Deadline;
import dev.swarmha.wait.Reason;
import dev.swarmha.wait.RemovalWait;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The removals of networks in one plan: not while tasks of removed jobs are on them, and until the
 * Engine no longer lists them, so that nobody takes for there what is going. Engine 20.10 lists a
 * network for good that was removed under the task of a job.
 */
final class NetworkRemovals {

  private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);

  /** How long the Engine may list a network after its removal before that is only noted. */
  private static final Duration LINGERING = Duration.ofSeconds(30);

  private final SwarmEngine engine;
  private final ProgressSink sink;
  private final Snapshot observed;
  private final Deadline deadline;
  private final RemovalWait wait;
  private final Map<String, List<Reason>> jobs = new HashMap<>();
  private final List<Resource> removed = new ArrayList<>();

  /**
   * The removals of one plan.
   *
   * @param observed the snapshot from which the plan was made
   * @param deadline how long to wait for tasks that are still on networks
   */
  NetworkRemovals(SwarmEngine engine, ProgressSink sink, Snapshot observed, Deadline deadline) {
    this.engine = engine;
    this.sink = sink;
    this.observed = observed;
    this.deadline = deadline;
    this.wait = new RemovalWait(engine, deadline.timeline());
  }

  /** Waits for the tasks of removed jobs; returns what keeps the network because of them. */
  List<Reason> await(Resource network) throws InterruptedException {
    String stack = network.label(Selector.STACK_LABEL).orElse("");
    if (!jobs.containsKey(stack)) {
      jobs.put(stack, awaitJobs(stack));
    }
    return jobs.getOrDefault(stack, List.of()).stream()
        .map(reason -> keeping(network, reason))
        .toList();
  }

  private List<Reason> awaitJobs(String stack) throws InterruptedException {
    try {
      return wait.awaitJobs(stack, observed.services(), deadline).reasons();
    } catch (EngineInterruptedException interrupted) {
      throw interrupted;
    } catch (EngineException away) {
      return List.of(Reason.ofService(stack, String.valueOf(away.getMessage())));
    }
  }

  private static Reason keeping(Resource network, Reason reason) {
    String task = reason.task().map(it -> "a task of " + reason.service() + " ").orElse("");
    return new Reason(
        reason.service(),
        reason.task(),
        reason.node(),
        "network " + network.name() + " stays: " + task + reason.message(),
        reason.logTail());
  }

  /**
   * A network stays in use for a moment after its last service is gone, until the tasks are to
   * stop; the Engine says so and does not wait.
   */
  void remove(Resource network) throws InterruptedException {
    while (true) {
      try {
        engine.remove(network);
        removed.add(network);
        return;
      } catch (InUseException inUse) {
        if (deadline.hasPassed()) {
          throw inUse;
        }
        deadline.sleepAtMost(BETWEEN_TRIES);
      }
    }
  }

  /** Waits until none of them is listed any more; where one is, that is noted. */
  void awaitAll() throws InterruptedException {
    if (removed.isEmpty()) {
      return;
    }
    try {
      wait.awaitNetworks(removed, deadline.within(LINGERING)).reasons().stream()
          .map(NetworkRemovals::lingering)
          .forEach(sink::on);
    } catch (EngineInterruptedException interrupted) {
      throw interrupted;
    } catch (EngineException away) {
      sink.on(
          new ProgressEvent.Noted(
              "whether the removed networks are gone cannot be told: " + away.getMessage()));
    }
  }

  private static ProgressEvent lingering(Reason reason) {
    return new ProgressEvent.Noted(
        "network "
            + reason.service()
            + " is removed, but the Engine still lists it while tasks are leaving it");
  }
}
