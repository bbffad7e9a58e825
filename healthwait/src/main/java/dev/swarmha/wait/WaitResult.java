package dev.swarmha.wait;

import java.util.List;

/** How a wait ended. */
public sealed interface WaitResult {

  List<Reason> reasons();

  /** The same end, with other reasons. */
  WaitResult withReasons(List<Reason> other);

  default boolean succeeded() {
    return this instanceof Succeeded;
  }

  /** What was waited for has come. */
  record Succeeded() implements WaitResult {
    @Override
    public List<Reason> reasons() {
      return List.of();
    }

    @Override
    public WaitResult withReasons(List<Reason> other) {
      return this;
    }
  }

  /** What was waited for will not come. */
  record Failed(List<Reason> reasons) implements WaitResult {
    public Failed {
      reasons = List.copyOf(reasons);
    }

    @Override
    public WaitResult withReasons(List<Reason> other) {
      return new Failed(other);
    }
  }

  /** It had not come when the deadline passed; the reasons say how far it was. */
  record TimedOut(List<Reason> reasons) implements WaitResult {
    public TimedOut {
      reasons = List.copyOf(reasons);
    }

    @Override
    public WaitResult withReasons(List<Reason> other) {
      return new TimedOut(other);
    }
  }
}
