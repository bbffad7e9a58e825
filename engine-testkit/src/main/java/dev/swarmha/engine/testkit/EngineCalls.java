package dev.swarmha.engine.testkit;

import dev.swarmha.engine.EngineInterruptedException;
import dev.swarmha.engine.NoLeaderException;
import dev.swarmha.engine.testkit.Calls.Call;
import dev.swarmha.engine.testkit.cluster.Cluster;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The way of each call to one Engine: it is counted, meets the faults that the test has laid on its
 * way, and reaches the Engine if that answers.
 */
final class EngineCalls {

  static final String LEADERLESS =
      "rpc error: code = Unknown desc = The swarm does not have a leader. It's possible that too"
          + " few managers are online. Make sure more than half of the managers are online.";

  private final World world;
  private final Machine machine;

  EngineCalls(World world, Machine machine) {
    this.world = world;
    this.machine = machine;
  }

  Machine machine() {
    return machine;
  }

  World world() {
    return world;
  }

  /** A call that any Engine answers. */
  <T> T ask(String method, String subject, Supplier<T> answer) {
    world.calls().add(new Call(machine.name(), method, subject));
    if (Thread.currentThread().isInterrupted()) {
      String message = "the call to the Engine at " + machine.name() + " was interrupted";
      throw new EngineInterruptedException(message, new InterruptedException(message));
    }
    Optional<Faults.Fault> fault = world.faults().take(method);
    Supplier<T> call = () -> reach(answer);
    return fault.isPresent() ? fault.get().disturb(machine.name(), call) : call.get();
  }

  private <T> T reach(Supplier<T> answer) {
    boolean silent =
        !machine.answers()
            || world.faults().isUnreachable(world.timeline().instant())
            || machine.faults().isUnreachable(world.timeline().instant());
    if (silent) {
      throw Faults.unreachable(machine.name(), "does not answer");
    }
    return answer.get();
  }

  /** A call that only a manager of a swarm with a leader answers. */
  <T> T askManager(String method, String subject, Function<Cluster, T> answer) {
    String purpose = (method + " " + subject).strip();
    return ask(
        method,
        subject,
        () -> {
          Cluster cluster = machine.managed(purpose);
          if (!cluster.membership().hasLeader()) {
            world.timeline().advance(world.faults().leaderlessCallsTake());
            throw new NoLeaderException("cannot " + purpose + ": " + LEADERLESS);
          }
          return answer.apply(cluster);
        });
  }
}
