package dev.swarmha.wait;

import dev.swarmha.engine.Task;
import java.util.Locale;

/** What the Engine says of a task's state, in one text that has the exit code in it. */
final class TaskWords {

  private TaskWords() {}

  static String of(Task task) {
    Task.Status status = task.status();
    String words = status.error().isBlank() ? state(task) : status.error();
    return status
        .exitCode()
        .filter(code -> task.state().isTerminal() && !words.contains("(" + code + ")"))
        .map(code -> words + " (exit code " + code + ")")
        .orElse(words);
  }

  /** The state as Docker writes it, with the Engine's message where that says more. */
  private static String state(Task task) {
    String state = task.state().name().toLowerCase(Locale.ROOT);
    String message = task.status().message();
    return message.isBlank() || message.equals(state) ? state : state + ": " + message;
  }
}
