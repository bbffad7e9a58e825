package dev.swarmha.cli.shell;

import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** The command that runs now. Ctrl-C is for it, and for nothing else. */
final class Foreground {

  private @Nullable Thread command;

  /** Runs a command until it ends, and returns its exit code. */
  int run(IntSupplier task) throws InterruptedException {
    int[] code = {0};
    Thread thread = new Thread(() -> code[0] = task.getAsInt(), "command");
    set(thread);
    thread.start();
    try {
      thread.join();
    } finally {
      set(null);
    }
    return code[0];
  }

  private synchronized void set(@Nullable Thread thread) {
    command = thread;
  }

  /** Interrupts the command, if there is one. */
  synchronized void interrupt() {
    if (command != null) {
      command.interrupt();
    }
  }
}
