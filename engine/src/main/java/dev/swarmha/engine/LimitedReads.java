package dev.swarmha.engine;

import static java.util.Objects.requireNonNull;

import dev.swarmha.document.Mapping;
import dev.swarmha.engine.time.Deadline;

/**
 * A swarm that is read through one engine, which gives up at a deadline, and changed through
 * another one, which takes the time that a change needs.
 */
public record LimitedReads(SwarmEngine behind, SwarmEngine writes) implements ForwardingReads {

  public LimitedReads {
    requireNonNull(behind, "behind");
    requireNonNull(writes, "writes");
  }

  @Override
  public SwarmEngine until(Deadline deadline) {
    return new LimitedReads(behind.until(deadline), writes);
  }

  @Override
  public Written create(ResourceKind kind, Mapping spec, WriteOptions options) {
    return writes.create(kind, spec, options);
  }

  @Override
  public Written update(Resource observed, Mapping spec, WriteOptions options) {
    return writes.update(observed, spec, options);
  }

  @Override
  public void remove(Resource observed) {
    writes.remove(observed);
  }
}
