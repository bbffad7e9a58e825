package dev.swarmha.wait.probe;

import dev.swarmha.engine.Snapshot;
import java.util.List;

/** Says which addresses are to be asked, as tasks come and go. */
@FunctionalInterface
public interface HealthTargets {

  /** The checks as the swarm is now, in the order in which they are told. */
  List<PlacedCheck> at(Snapshot snapshot);
}
