package dev.swarmha.cli.command;

import java.io.PrintWriter;

/** The program as a whole, for commands that run others. */
public interface Program {

  /** Runs one command line and returns its exit code. */
  int run(String... arguments);

  /** Puts the program together anew: one that has run is not run again. */
  @FunctionalInterface
  interface Maker {
    Program make(Surroundings surroundings, PrintWriter out, PrintWriter err);
  }
}
