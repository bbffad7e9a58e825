package dev.swarmha.cli.render;

import dev.swarmha.cli.error.ExitCode;
import dev.swarmha.deploy.event.ProgressSink;

/** Shows the progress of one command. */
public interface Renderer extends ProgressSink, AutoCloseable {

  /** The command ended without an outcome; the message is on standard error as well. */
  void aborted(String command, ExitCode code, String message);

  /** Time has passed, and nothing has happened. */
  default void beat() {}

  /** Nothing is shown any more, and the terminal is as it was. */
  @Override
  default void close() {}
}
