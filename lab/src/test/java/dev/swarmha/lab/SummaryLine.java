package dev.swarmha.lab;

import java.util.Locale;

/** A line of its own in the output of the build: what it is to show though all tests pass. */
public final class SummaryLine {

  private SummaryLine() {}

  public static void print(String line) {
    System.out.println();
    System.out.println(line);
  }

  /** Fills in a pattern as {@link String#format} does. */
  public static void print(String pattern, Object... values) {
    print(String.format(Locale.ROOT, pattern, values));
  }
}
