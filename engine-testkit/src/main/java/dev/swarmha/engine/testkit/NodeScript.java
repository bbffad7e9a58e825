package dev.swarmha.engine.testkit;

import java.time.Duration;

/** Says what happens to a machine and its Engine. */
public final class NodeScript {

  private final World world;
  private final Machine machine;

  NodeScript(World world, Machine machine) {
    this.world = world;
    this.machine = machine;
  }

  /** Loses its power. The managers notice after some seconds, and move its tasks. */
  public NodeScript goesDown() {
    machine.switchOff();
    return this;
  }

  /** Is switched on again; two seconds later its Engine is back, without the containers. */
  public NodeScript comesBack() {
    machine.switchOn();
    return this;
  }

  /** Its clock is wrong by this much; the managers' common one, which stamps objects, is not. */
  public NodeScript clockIsAheadBy(Duration time) {
    machine.setClockAhead(time);
    return this;
  }

  /** Its Engine does not answer us for this long; the swarm does not notice. */
  public NodeScript unreachableFor(Duration time) {
    machine.faults().unreachableUntil(world.timeline().instant().plus(time));
    return this;
  }
}
