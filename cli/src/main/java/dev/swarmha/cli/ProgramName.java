package dev.swarmha.cli;

import java.util.Map;
import picocli.CommandLine;

/**
 * What the program is called by: as a plugin of the docker CLI, help and errors say {@code docker
 * swarmha}, so that what they name can be typed.
 */
final class ProgramName {

  /** Set by the plugin. */
  static final String VARIABLE = "SWARMHA_NAME";

  private ProgramName() {}

  static void apply(CommandLine program, Map<String, String> environment) {
    String name = environment.getOrDefault(VARIABLE, "");
    if (name.matches("[a-z]+( [a-z]+)*")) {
      program.setCommandName(name);
    }
  }
}
