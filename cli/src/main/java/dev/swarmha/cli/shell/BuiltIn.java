package dev.swarmha.cli.shell;

import java.util.List;

/** The few words that are for the shell itself. */
final class BuiltIn {

  static final String HELP = "help";
  static final String EXIT = "exit";

  /** In the order in which they are offered. */
  static final List<String> WORDS = List.of(HELP, EXIT);

  private BuiltIn() {}

  static String description(String word) {
    return word.equals(HELP) ? "Show the commands, or what one takes" : "Leave the shell";
  }
}
