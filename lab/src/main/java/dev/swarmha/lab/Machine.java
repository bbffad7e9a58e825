package dev.swarmha.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Whether this machine can run a lab. */
final class Machine {

  private Machine() {}

  /**
   * Returns if it can.
   *
   * @throws IllegalStateException that says what is missing and how to go on without
   */
  static void requireFitness() {
    String system = System.getProperty("os.name", "");
    if (!system.toLowerCase(Locale.ROOT).equals("linux")) {
      throw unfit("this is " + system);
    }
    if (userId() != 0) {
      throw unfit("this is user " + System.getProperty("user.name"));
    }
  }

  private static IllegalStateException unfit(String found) {
    return new IllegalStateException(
        "tests on real Engines need Linux and root, and "
            + found
            + "; run lab/test as root on a Linux machine, or leave them out with -Dlab.skip=true");
  }

  private static int userId() {
    try {
      return (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
