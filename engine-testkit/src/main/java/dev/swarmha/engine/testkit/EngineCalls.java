package dev.swarmha.engine.testkit;

import dev.swarmha.engine.EngineInterruptedException;
import dev.swarmha.engine.NoLeaderException;
import dev.swarmha.engine.testkit.Calls.Call;
import dev.swarmha.engine.testkit.cluster.Cluster;
import dev.swarmha.engine.time.Deadline;
import java.time.Duration;
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
  private final Optional<Deadline> end;

  EngineCalls(World world, Machine machine) {
    this(world, machine, Optional.empty());
  }

  private EngineCalls(World world, Machine machine, Optional<Deadline> end) {
    this.world = world;
    this.machine = machine;
    this.end = end;
  }

  /** The same calls, whose answers are waited for until then. */
  EngineCalls until(Deadline deadline) {
    return new EngineCalls(world, machine, Optional.of(deadline));
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

  private void takeTime() {
    Duration time = world.faults().answersTake();
    Duration left = end.map(Deadline::left).orElse(time);
    boolean isTooLate = left.compareTo(time) < 0 || end.filter(Deadline::hasPassed).isPresent();
    Duration passing = isTooLate ? left : time;
    if (!passing.isZero()) {
      world.timeline().advance(passing);
    }
    if (isTooLate) {
      throw Faults.unreachable(machine.name(), "did not end its answer in the time that was left");
    }
  }

  /** A question about the swarm, whose answer takes its time. */
  <T> T read(String method, String subject, Function<Cluster, T> answer) {
    T answered = askManager(method, subject, answer);
    takeTime();
    return answered;
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
