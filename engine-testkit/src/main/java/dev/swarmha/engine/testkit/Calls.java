package dev.swarmha.engine.testkit;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The calls that were made to the Engines of a swarm, in order, those that failed included. For
 * asserting how much was asked, never for scripting what is answered.
 */
public final class Calls {

  private static final Set<String> WRITES =
      Set.of(
          "create", "update", "remove", "initialize", "join", "leave", "strikeOff", "rotateToken");

  /** One call: to which Engine, which method of the port, and about what. */
  public record Call(String engine, String method, String subject) {
    public Call {
      requireNonNull(engine, "engine");
      requireNonNull(method, "method");
      requireNonNull(subject, "subject");
    }

    /** Whether the call asks for a change. */
    public boolean isWrite() {
      return WRITES.contains(method);
    }

    @Override
    public String toString() {
      return subject.isEmpty() ? method : method + " " + subject;
    }
  }

  private final List<Call> calls = new ArrayList<>();

  void add(Call call) {
    calls.add(call);
  }

  public List<Call> all() {
    return List.copyOf(calls);
  }

  /** The calls that ask for a change. */
  public List<Call> writes() {
    return calls.stream().filter(Call::isWrite).toList();
  }

  /** All calls as texts, such as {@code create service shop_web}. */
  public List<String> texts() {
    return calls.stream().map(Call::toString).toList();
  }

  public int count() {
    return calls.size();
  }

  public int count(String method) {
    return (int) calls.stream().filter(call -> call.method().equals(method)).count();
  }

  /** Forgets the calls so far. */
  public void clear() {
    calls.clear();
  }

  @Override
  public String toString() {
    return texts().toString();
  }
}
