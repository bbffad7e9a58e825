package dev.swarmha.cli.complete;

import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;

/** The shells that there are completion scripts for. */
public enum SystemShell {
  BASH("swarmha.bash"),
  ZSH("_swarmha"),
  FISH("swarmha.fish");

  private final String file;

  SystemShell(String file) {
    this.file = file;
  }

  /** The name that the shell looks for. */
  public String file() {
    return file;
  }

  /**
   * The script: commands, options and their words stand in it; for names in a swarm it asks {@code
   * swarmha __complete}.
   *
   * @param words the words that stand for the values of a type
   */
  public String script(CommandSpec program, Function<Class<?>, List<String>> words) {
    List<ScriptCommand> commands = ScriptCommand.all(program, words);
    return switch (this) {
      case BASH -> BashScript.of(commands);
      case ZSH -> ZshScript.of(commands);
      case FISH -> FishScript.of(commands);
    };
  }
}
