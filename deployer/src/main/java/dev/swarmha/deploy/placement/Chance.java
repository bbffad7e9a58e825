package dev.swarmha.deploy.placement;

import java.util.List;

/** What decides where the scheduler's rules leave a choice: real ones take what comes first. */
public interface Chance {

  /**
   * Takes everything in the order in which it is given, which for nodes is that of the snapshot.
   */
  Chance NONE =
      new Chance() {
        @Override
        public <T> List<T> order(List<T> equals) {
          return equals;
        }
      };

  /** The same things in an order. */
  <T> List<T> order(List<T> equals);
}
