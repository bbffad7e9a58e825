package dev.swarmha.engine.failover;

import dev.swarmha.document.Mapping;
import dev.swarmha.engine.Resource;
import java.util.Optional;

/** What has become of a write whose answer did not come, as far as reading can tell. */
enum Settlement {
  /** It took effect. */
  DONE,
  /** It has had no effect, and what it was decided from is still so: it can be made again. */
  NOT_DONE,
  /** Something else is there than what was sent and what was there before. */
  OVERTAKEN,
  /** What was to be changed is gone. */
  GONE;

  /**
   * Of a creation.
   *
   * @param sent what was sent, its data included where reading shows data
   * @param now what bears the name now
   */
  static Settlement ofCreation(Mapping sent, Optional<Resource> now) {
    return now.map(found -> new SentSpec(sent).isKeptIn(found.spec()) ? DONE : OVERTAKEN)
        .orElse(NOT_DONE);
  }

  /**
   * Of an update.
   *
   * @param before the object from which it was decided
   */
  static Settlement ofUpdate(Resource before, Mapping sent, Optional<Resource> now) {
    if (now.isEmpty()) {
      return GONE;
    }
    Resource found = now.get();
    if (found.version().equals(before.version())) {
      return NOT_DONE;
    }
    if (found.spec().equals(before.spec())) {
      // A version moves with the Engine's own marks, too; but what the Engine has taken back must
      // have been there.
      return isRollback(found) && !isRollback(before) ? DONE : NOT_DONE;
    }
    return new SentSpec(sent).isKeptIn(found.spec()) ? DONE : OVERTAKEN;
  }

  private static boolean isRollback(Resource service) {
    return service.updateStatus().filter(status -> status.state().isRollback()).isPresent();
  }

  static Settlement ofRemoval(Optional<Resource> now) {
    return now.isEmpty() ? DONE : NOT_DONE;
  }
}
