package dev.swarmha.deploy.apply;

import static java.util.Objects.requireNonNull;

import dev.swarmha.deploy.plan.Plan;
import dev.swarmha.deploy.plan.Step;
import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.Resource;
import java.util.Optional;

/**
 * Decides what becomes of a step whose object is no longer what the plan was made from. What is
 * wanted wins, as long as it is still the same that is wanted.
 */
final class Overtaken {

  private static final DocumentPath FORCE_UPDATE = DocumentPath.of("TaskTemplate", "ForceUpdate");

  private Overtaken() {}

  /** What is to be done about it. */
  sealed interface Decision {

    /** The step is made after all, from what is there now. */
    record Again(Step step, String note) implements Decision {
      public Again {
        requireNonNull(step, "step");
        requireNonNull(note, "note");
      }
    }

    /** Somebody else has done what the step was to do. */
    record Needless(String note) implements Decision {
      public Needless {
        requireNonNull(note, "note");
      }
    }

    /** What somebody else has done stays. */
    record Superseded(String message) implements Decision {
      public Superseded {
        requireNonNull(message, "message");
      }
    }
  }

  /** Whether only the version has moved, by the Engine's own marks or a write without a change. */
  static boolean isUntouched(Step stale, Optional<Resource> now) {
    return now.isPresent() && stale.observed().map(Resource::spec).equals(now.map(Resource::spec));
  }

  /**
   * After somebody else has changed, made or removed the object.
   *
   * @param replanned the plan as it would be made now; empty where nobody can make it
   */
  static Decision byAnother(Step stale, Optional<Plan> replanned) {
    if (replanned.isEmpty()) {
      return new Decision.Superseded(
          "somebody else has changed it meanwhile, and that was left as it is");
    }
    Optional<Step> wanted = replanned.get().stepFor(stale.target());
    if (wanted.isEmpty()) {
      return new Decision.Needless(
          stale.target() + " was changed by somebody else meanwhile, and is as it should be");
    }
    Step fresh = wanted.get();
    if (!result(fresh).equals(result(stale))) {
      return new Decision.Superseded(
          "somebody else has changed it meanwhile, so that something else would have to be done;"
              + " deploy again");
    }
    return new Decision.Again(
        stale.on(fresh.verb(), fresh.spec(), fresh.observed()),
        stale.target()
            + " was changed by somebody else meanwhile; it becomes what was asked for here");
  }

  /**
   * The spec after a step. The counter of forced restarts is carried over from what was there, and
   * so is the number of tasks, where a deploy leaves it alone.
   */
  private static Optional<Mapping> result(Step step) {
    return step.spec()
        .map(
            spec ->
                spec.has("TaskTemplate")
                    ? spec.withAt(FORCE_UPDATE, Document.number(0)).without("Mode")
                    : spec);
  }
}
