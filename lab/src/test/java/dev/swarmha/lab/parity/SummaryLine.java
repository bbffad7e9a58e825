package dev.swarmha.lab.parity;

/** A line of its own in the output of the build. */
final class SummaryLine {

  private SummaryLine() {}

  static void print(String line) {
    System.out.println();
    System.out.println(line);
  }
}
