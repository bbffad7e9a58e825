package dev.swarmha.wait.event;

/** Whoever wants to know how a wait is getting on; called on the waiting thread. */
@FunctionalInterface
public interface WaitListener {

  /** Nobody. */
  WaitListener NONE = event -> {};

  void on(WaitEvent event);
}
