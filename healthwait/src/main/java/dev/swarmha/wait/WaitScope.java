package dev.swarmha.wait;

import static java.util.Objects.requireNonNull;

import dev.swarmha.engine.Snapshot;
import dev.swarmha.engine.SwarmEngine;
import dev.swarmha.engine.time.Timeline;
import java.util.Optional;

/** The part of a swarm that a wait looks at in each round: one stack, or everything. */
public record WaitScope(Optional<String> stack) {

  public WaitScope {
    requireNonNull(stack, "stack");
  }

  public static WaitScope ofStack(String stack) {
    return new WaitScope(Optional.of(stack));
  }

  public static WaitScope ofSwarm() {
    return new WaitScope(Optional.empty());
  }

  Snapshot snapshot(SwarmEngine engine, Timeline timeline) {
    return stack
        .map(name -> Snapshot.ofRollout(engine, timeline, name))
        .orElseGet(() -> Snapshot.ofSwarm(engine, timeline));
  }
}
