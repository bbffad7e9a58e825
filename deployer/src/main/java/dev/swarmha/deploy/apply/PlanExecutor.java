package dev.swarmha.deploy.apply;

import dev.swarmha.deploy.event.ProgressEvent;
import dev.swarmha.deploy.event.ProgressSink;
import dev.swarmha.deploy.plan.Plan;
import dev.swarmha.deploy.plan.Step;
import dev.swarmha.engine.EngineException;
import dev.swarmha.engine.EngineInterruptedException;
import dev.swarmha.engine.NameTakenException;
import dev.swarmha.engine.NotFoundException;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.Snapshot;
import dev.swarmha.engine.StaleVersionException;
import dev.swarmha.engine.SwarmEngine;
import dev.swarmha.engine.Written;
import dev.swarmha.engine.time.Deadline;
import dev.swarmha.wait.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes the steps of a plan in order and stops at the first that the Engine refuses. A step whose
 * object has changed since the plan was made is planned anew.
 */
public final class PlanExecutor {

  /** How often a step is made again because its object has changed meanwhile. */
  private static final int ROUNDS = 5;

  private final SwarmEngine engine;
  private final ProgressSink sink;
  private final Gate gate;
  private final Recovery recovery;

  /** An executor for plans whose steps need nothing but the steps before them. */
  public PlanExecutor(SwarmEngine engine, ProgressSink sink) {
    this(engine, sink, Gate.NONE, Replanning.NONE);
  }

  /**
   * An executor.
   *
   * @param gate holds steps back that need more than the steps before them
   * @param replanning what to do where somebody else has changed an object meanwhile
   */
  public PlanExecutor(SwarmEngine engine, ProgressSink sink, Gate gate, Replanning replanning) {
    this.engine = engine;
    this.sink = sink;
    this.gate = gate;
    this.recovery = new Recovery(engine, sink, replanning);
  }

  /**
   * Makes the steps.
   *
   * @param observed the snapshot from which the plan was made
   * @param deadline how long to wait until tasks have left a network that is to be removed
   * @throws InterruptedException when the command is interrupted between two steps
   * @throws EngineInterruptedException when it is interrupted during a call; in both cases the
   *     steps already made stay made
   */
  public Applied apply(Plan plan, Snapshot observed, Deadline deadline)
      throws InterruptedException {
    References references = new References(observed);
    NetworkRemovals networks = new NetworkRemovals(engine, sink, observed, deadline);
    List<Step> done = new ArrayList<>();
    for (Step step : plan.steps()) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      List<Reason> unmet = unmet(step, networks);
      if (!unmet.isEmpty()) {
        return new Applied(done, references.ids(), Optional.of(new Applied.Failure(step, unmet)));
      }
      sink.on(new ProgressEvent.StepStarted(step));
      try {
        List<String> warnings = make(step, references, networks);
        sink.on(new ProgressEvent.StepDone(step, warnings));
      } catch (EngineInterruptedException interrupted) {
        throw interrupted;
      } catch (EngineException refused) {
        String message = String.valueOf(refused.getMessage());
        sink.on(new ProgressEvent.StepFailed(step, message));
        return new Applied(
            done, references.ids(), Optional.of(Applied.Failure.refused(step, message)));
      }
      done.add(step);
    }
    networks.awaitAll();
    return new Applied(done, references.ids(), Optional.empty());
  }

  private List<Reason> unmet(Step step, NetworkRemovals networks) throws InterruptedException {
    if (removesNetwork(step)) {
      return networks.await(step.observed().orElseThrow());
    }
    if (step.needs().isEmpty()) {
      return List.of();
    }
    sink.on(new ProgressEvent.StepHeld(step));
    return gate.await(step.needs()).reasons();
  }

  private static boolean removesNetwork(Step step) {
    return step.verb() == Step.Verb.REMOVE && step.target().kind() == ResourceKind.NETWORK;
  }

  private List<String> make(Step planned, References references, NetworkRemovals networks)
      throws InterruptedException {
    Optional<Step> step = Optional.of(planned);
    for (int round = 1; step.isPresent(); round++) {
      try {
        return write(step.get(), references, networks);
      } catch (StaleVersionException | NameTakenException | NotFoundException refusal) {
        if (round == ROUNDS || !Recovery.concerns(step.get(), refusal)) {
          throw refusal;
        }
        step = recovery.again(step.get(), refusal, references);
      }
    }
    return List.of();
  }

  private List<String> write(Step step, References references, NetworkRemovals networks)
      throws InterruptedException {
    return switch (step.verb()) {
      case CREATE -> create(step, references);
      case UPDATE ->
          engine
              .update(
                  step.observed().orElseThrow(),
                  references.complete(step.spec().orElseThrow()),
                  step.options())
              .warnings();
      case REMOVE -> remove(step, networks);
    };
  }

  private List<String> create(Step step, References references) {
    Written written =
        engine.create(
            step.target().kind(), references.complete(step.spec().orElseThrow()), step.options());
    references.add(step.target(), written.id());
    return written.warnings();
  }

  private List<String> remove(Step step, NetworkRemovals networks) throws InterruptedException {
    Resource resource = step.observed().orElseThrow();
    if (removesNetwork(step)) {
      networks.remove(resource);
    } else {
      engine.remove(resource);
    }
    return List.of();
  }
}
