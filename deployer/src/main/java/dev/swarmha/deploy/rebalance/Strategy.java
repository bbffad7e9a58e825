package dev.swarmha.deploy.rebalance;

import dev.swarmha.deploy.placement.Candidate;
import dev.swarmha.deploy.rebalance.RebalanceRequest.Method;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.Resource;
import java.util.List;
import java.util.Optional;

/** A way to spread a service anew: how it is foretold, and what is written for it. Pure. */
interface Strategy {

  static Strategy of(Method method) {
    return switch (method) {
      case SURGE -> new SurgeStrategy();
      case FORCE -> new ForceStrategy();
    };
  }

  /**
   * What would be done with a service whose tasks may be moved.
   *
   * @param nodes as the scheduler sees them
   * @param budget the most tasks that may be started
   */
  Attempt on(Resource service, List<Candidate> nodes, int budget);

  /** The spec to be written. */
  Mapping written(Move move);

  /** In words, for the plan. */
  String cause(Move move);

  /**
   * A move, or why there is none.
   *
   * @param move empty where nothing would become better
   * @param reason why, where there is none
   */
  record Attempt(Optional<Move> move, String reason) {

    static Attempt of(Move move) {
      return new Attempt(Optional.of(move), "");
    }

    static Attempt none(String reason) {
      return new Attempt(Optional.empty(), reason);
    }
  }
}
