package dev.swarmha.wait;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/** The verdict on one service at one instant, bound to one spec. */
public sealed interface Convergence {

  /** Whether a wait for this service alone ends here. */
  default boolean isFinal() {
    return false;
  }

  <R> R accept(Visitor<R> visitor);

  /** One method a verdict: a new verdict does not compile until everybody handles it. */
  interface Visitor<R> {
    R pending(Pending verdict);

    R progressing(Progressing verdict);

    R settling(Settling verdict);

    R converged(Converged verdict);

    R failed(Failed verdict);

    R rolledBack(RolledBack verdict);

    R superseded(Superseded verdict);
  }

  /** Tasks wait for something that may still come, such as a node with room. */
  record Pending(int done, int wanted, String reason) implements Convergence {
    public Pending {
      requireNonNull(reason, "reason");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.pending(this);
    }
  }

  /** So many of the wanted tasks run the spec; the rest is on its way. */
  record Progressing(int done, int wanted) implements Convergence {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.progressing(this);
    }
  }

  /** All tasks run the spec; they count once they have stayed up until this instant. */
  record Settling(int done, int wanted, Instant until) implements Convergence {
    public Settling {
      requireNonNull(until, "until");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.settling(this);
    }
  }

  /** Observed equals desired, and has for long enough. */
  record Converged(int wanted) implements Convergence {
    @Override
    public boolean isFinal() {
      return true;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.converged(this);
    }
  }

  /** The spec will not be reached. */
  record Failed(List<Reason> reasons) implements Convergence {
    public Failed {
      reasons = List.copyOf(reasons);
    }

    @Override
    public boolean isFinal() {
      return true;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.failed(this);
    }
  }

  /**
   * The Engine has taken the service back to its spec before. That is a failure even though
   * everything runs.
   */
  record RolledBack(List<Reason> reasons) implements Convergence {
    public RolledBack {
      reasons = List.copyOf(reasons);
    }

    @Override
    public boolean isFinal() {
      return true;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.rolledBack(this);
    }
  }

  /** Somebody else has changed the spec, or removed the service, meanwhile. */
  record Superseded(String message) implements Convergence {
    public Superseded {
      requireNonNull(message, "message");
    }

    @Override
    public boolean isFinal() {
      return true;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.superseded(this);
    }
  }
}
