package dev.swarmha.engine;

import java.util.List;

/** The output of tasks. */
public interface EngineLogs {

  /**
   * The last lines that a task wrote, standard output and error in the order in which the Engine
   * gives them. Empty where the log cannot be read, since a missing log never hides the trouble
   * that it was asked for.
   */
  List<String> tail(ResourceId task, int lines);
}
