package dev.swarmha.deploy.apply;

import dev.swarmha.deploy.event.ProgressEvent;
import dev.swarmha.deploy.event.ProgressSink;
import dev.swarmha.deploy.plan.DeployRefusedException;
import dev.swarmha.deploy.plan.Step;
import dev.swarmha.engine.EngineException;
import dev.swarmha.engine.NameTakenException;
import dev.swarmha.engine.NotFoundException;
import dev.swarmha.engine.OtherContentException;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.Selector;
import dev.swarmha.engine.StaleVersionException;
import dev.swarmha.engine.SwarmEngine;
import java.util.Optional;

/**
 * Finds the way on after the Engine has refused a step because its object is no longer what the
 * plan was made from: reads it, and asks for a new plan where somebody else has changed it.
 */
final class Recovery {

  private final SwarmEngine engine;
  private final ProgressSink sink;
  private final Replanning replanning;

  Recovery(SwarmEngine engine, ProgressSink sink, Replanning replanning) {
    this.engine = engine;
    this.sink = sink;
    this.replanning = replanning;
  }

  /** Whether a refusal may be about what has become of the step's object since. */
  static boolean concerns(Step step, EngineException refusal) {
    return switch (step.verb()) {
      case CREATE -> refusal instanceof NameTakenException;
      case UPDATE ->
          refusal instanceof StaleVersionException || refusal instanceof NotFoundException;
      case REMOVE -> false;
    };
  }

  /**
   * The step as it can be made now; empty when there is nothing left to do.
   *
   * @throws EngineException when it can not be made any more
   */
  Optional<Step> again(Step stale, EngineException refusal, References references) {
    Optional<Resource> now = now(stale);
    if (refusal instanceof NotFoundException && now.isPresent()) {
      throw refusal;
    }
    if (Overtaken.isUntouched(stale, now)) {
      return Optional.of(stale.on(stale.verb(), stale.spec(), now));
    }
    Overtaken.Decision decision = decide(stale, refusal);
    if (decision instanceof Overtaken.Decision.Superseded superseded) {
      throw new StaleVersionException(refusal.getMessage() + "; " + superseded.message());
    }
    now.ifPresent(found -> requireContent(stale, found, refusal));
    now.ifPresent(found -> references.add(stale.target(), found.id()));
    if (decision instanceof Overtaken.Decision.Again again) {
      note(again.note());
      return Optional.of(again.step());
    }
    note(((Overtaken.Decision.Needless) decision).note());
    return Optional.empty();
  }

  private Optional<Resource> now(Step stale) {
    return stale
        .observed()
        .map(observed -> engine.find(observed.kind(), observed.id()))
        .orElseGet(
            () ->
                engine.list(stale.target().kind(), Selector.names(stale.target().name())).stream()
                    .findFirst());
  }

  private Overtaken.Decision decide(Step stale, EngineException refusal) {
    try {
      return Overtaken.byAnother(stale, replanning.plan());
    } catch (DeployRefusedException refused) {
      throw new StaleVersionException(
          refusal.getMessage() + "; " + String.join("; ", refused.problems()));
    }
  }

  /** Under the name of a secret or config there must be the content that was to be there. */
  private void requireContent(Step stale, Resource found, EngineException refusal) {
    if (stale.verb() == Step.Verb.CREATE && stale.options().payload().isPresent()) {
      try {
        engine.update(found, found.spec(), stale.options());
      } catch (OtherContentException other) {
        throw refusal;
      }
    }
  }

  private void note(String message) {
    sink.on(new ProgressEvent.Noted(message));
  }
}
