package dev.swarmha.deploy.cluster.declared;

import dev.swarmha.deploy.event.ProgressEvent;
import dev.swarmha.deploy.event.ProgressSink;
import dev.swarmha.engine.EngineException;
import dev.swarmha.engine.EngineInterruptedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Makes the steps of a cluster's plan in order. Where one fails, those that need it are left out,
 * and all others are made.
 */
final class ClusterExecutor {

  private final ClusterDeeds deeds;
  private final ProgressSink sink;
  private final List<String> failures = new ArrayList<>();
  private final Set<Integer> failed = new TreeSet<>();
  private int done;

  ClusterExecutor(ClusterDeeds deeds, ProgressSink sink) {
    this.deeds = deeds;
    this.sink = sink;
  }

  /**
   * Makes the steps.
   *
   * @return what did not succeed, in words
   * @throws InterruptedException when the command is interrupted; the steps already made stay made
   */
  List<String> run(ClusterPlan plan) throws InterruptedException {
    for (ClusterStep step : plan.steps()) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      if (step.after().stream().anyMatch(failed::contains)) {
        failed.add(step.number());
        String message = "left out, since a step that it needs has failed";
        sink.on(new ProgressEvent.ClusterStepFailed(step, message));
        continue;
      }
      make(step);
    }
    return List.copyOf(failures);
  }

  /** How many steps were made. */
  int done() {
    return done;
  }

  private void make(ClusterStep step) throws InterruptedException {
    sink.on(new ProgressEvent.ClusterStepStarted(step));
    try {
      deeds.make(step.deed());
      done++;
      sink.on(new ProgressEvent.ClusterStepDone(step));
    } catch (EngineInterruptedException interrupted) {
      throw interrupted;
    } catch (EngineException refused) {
      String message = String.valueOf(refused.getMessage());
      failed.add(step.number());
      failures.add(
          "could not "
              + step.verb().word()
              + " "
              + step.kind()
              + " "
              + step.name()
              + ": "
              + message);
      sink.on(new ProgressEvent.ClusterStepFailed(step, message));
    }
  }
}
