package dev.swarmha.deploy.logs;

import dev.swarmha.engine.LogLine;

/** Takes what tasks have written. */
public interface LogSink {

  /**
   * A line of a task.
   *
   * @param task the task's name as Docker shows it
   */
  void line(String task, LogLine line);

  /** What else is to be said of a log, such as that a part of it cannot be had. */
  void note(String message);
}
