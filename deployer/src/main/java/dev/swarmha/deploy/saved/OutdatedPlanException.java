package dev.swarmha.deploy.saved;

import java.util.List;

/** A saved plan can not be applied as it is; nothing was changed. */
public final class OutdatedPlanException extends RuntimeException {

  private final List<String> moved;

  public OutdatedPlanException(List<String> moved) {
    super(String.join("\n", moved));
    this.moved = List.copyOf(moved);
  }

  /** What is not as it was, one sentence each. */
  public List<String> moved() {
    return moved;
  }
}
