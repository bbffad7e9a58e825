package dev.swarmha.wait;

import static java.util.Objects.requireNonNull;

import dev.swarmha.engine.EngineLogs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Adds to reasons what their tasks wrote last. Few, since each log costs a call to the Engine. */
final class LogTails {

  private static final int LINES = 20;
  private static final int LOGS = 5;

  private final EngineLogs logs;

  LogTails(EngineLogs logs) {
    this.logs = requireNonNull(logs, "logs");
  }

  List<Reason> addTo(List<Reason> reasons) {
    List<Reason> complete = new ArrayList<>();
    int read = 0;
    for (Reason reason : reasons) {
      Optional<Reason.FailedTask> task = reason.task();
      // A task that never got a node has no log; the Engine would give an error in its place.
      if (task.isEmpty() || reason.node().isEmpty() || read == LOGS) {
        complete.add(reason);
        continue;
      }
      read++;
      complete.add(reason.withLogTail(logs.tail(task.get().id(), LINES)));
    }
    return complete;
  }
}
