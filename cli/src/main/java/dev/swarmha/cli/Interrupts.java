package dev.swarmha.cli;

import java.io.PrintWriter;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What Ctrl-C does. Before there is a connection to an Engine the program simply ends. Afterwards
 * the command's thread is interrupted and given a moment to say what it leaves behind; Java itself
 * then ends with exit code 130.
 */
final class Interrupts {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final PrintWriter err;
  private @Nullable Thread guarded;
  private boolean interrupted;

  Interrupts(PrintWriter err) {
    this.err = err;
  }

  /** From now on the calling thread is interrupted, not cut off, when the program is to end. */
  synchronized void guard() {
    if (guarded == null) {
      Runtime.getRuntime().addShutdownHook(new Thread(this::interrupt, "interrupt"));
    }
    // In the shell each command has a thread of its own.
    if (guarded == null || !guarded.isAlive()) {
      guarded = Thread.currentThread();
    }
  }

  /** The command has ended. Returns whether the program may end itself: it does so only once. */
  synchronized boolean release() {
    guarded = null;
    return !interrupted;
  }

  /** Interrupts the command, unless it has ended, and waits for it. */
  void interrupt() {
    Thread command = beginInterrupt();
    if (command == null) {
      return;
    }
    command.interrupt();
    try {
      command.join(PATIENCE.toMillis());
    } catch (InterruptedException again) {
      return;
    }
    if (command.isAlive()) {
      err.println(
          "swarmha: interrupted while the Engine did not answer;"
              + " 'swarmha status' shows what is left behind");
      err.flush();
    }
  }

  private synchronized @Nullable Thread beginInterrupt() {
    interrupted = guarded != null;
    return guarded;
  }
}
