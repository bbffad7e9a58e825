package dev.swarmha.deploy.event;

/** Where progress goes; called on the working thread, in order. */
@FunctionalInterface
public interface ProgressSink {

  /** Nowhere. */
  ProgressSink NONE = event -> {};

  void on(ProgressEvent event);
}
