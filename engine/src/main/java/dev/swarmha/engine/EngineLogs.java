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

  /**
   * Begins to read a log. A manager fetches it from the nodes; from one that is down it waits for
   * ever, so that a log may have no end although nothing is followed.
   *
   * @throws NotFoundException when there is no such service or task
   * @throws EngineException when the Engine does not answer or refuses
   */
  LogReading open(LogRequest request);
}
