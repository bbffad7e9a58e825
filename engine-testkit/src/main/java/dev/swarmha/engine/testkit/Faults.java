package dev.swarmha.engine.testkit;

import dev.swarmha.engine.EngineException;
import dev.swarmha.engine.EngineUnreachableException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What goes wrong between the program and an Engine: at the next call of a method, or for a time.
 */
final class Faults {

  /** A disturbance of one call. */
  sealed interface Fault {
    <T> T disturb(String engine, Supplier<T> call);
  }

  /** The call fails and has no effect. */
  record Refusal(EngineException failure) implements Fault {
    @Override
    public <T> T disturb(String engine, Supplier<T> call) {
      throw failure;
    }
  }

  /** The call has its effect, and the answer does not come. */
  record LostAnswer() implements Fault {
    @Override
    public <T> T disturb(String engine, Supplier<T> call) {
      T unused = call.get();
      throw brokenOff(engine);
    }
  }

  /** The call is lost on its way: to the caller the same as an answer that is lost. */
  record LostRequest() implements Fault {
    @Override
    public <T> T disturb(String engine, Supplier<T> call) {
      throw brokenOff(engine);
    }
  }

  /** Something happens before the call. */
  record Interference(Runnable event) implements Fault {
    @Override
    public <T> T disturb(String engine, Supplier<T> call) {
      event.run();
      return call.get();
    }
  }

  private record Planned(String method, Fault fault) {}

  private final List<Planned> planned = new ArrayList<>();
  private Instant unreachableUntil = Instant.MIN;
  private Duration leaderlessCallsTake = Duration.ZERO;
  private Duration answersTake = Duration.ZERO;

  void unreachableUntil(Instant end) {
    unreachableUntil = end;
  }

  boolean isUnreachable(Instant now) {
    return now.isBefore(unreachableUntil);
  }

  void leaderlessCallsTake(Duration time) {
    leaderlessCallsTake = time;
  }

  Duration leaderlessCallsTake() {
    return leaderlessCallsTake;
  }

  void answersTake(Duration time) {
    answersTake = time;
  }

  Duration answersTake() {
    return answersTake;
  }

  void plan(String method, Fault fault) {
    planned.add(new Planned(method, fault));
  }

  Optional<Fault> take(String method) {
    Optional<Planned> next =
        planned.stream().filter(fault -> fault.method().equals(method)).findFirst();
    next.ifPresent(planned::remove);
    return next.map(Planned::fault);
  }

  private static EngineUnreachableException brokenOff(String engine) {
    return EngineUnreachableException.unanswered(
        "the Engine at " + engine + " broke off before it answered", null);
  }

  static EngineUnreachableException unreachable(String engine, String words) {
    return new EngineUnreachableException("the Engine at " + engine + " " + words, null);
  }
}
