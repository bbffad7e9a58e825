package dev.swarmha.cli.option;

import dev.swarmha.deploy.LoadStack.StackFiles;
import dev.swarmha.stack.dialect.DialectChoice;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The files that a stack is read from. */
public final class StackFilesMixin {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  @Option(
      names = {"-c", "--compose-file"},
      split = ",",
      splitSynopsisLabel = "",
      paramLabel = "FILE",
      description = "Stack file, - for standard input; several are merged in their order")
  private List<String> stackFiles = new ArrayList<>();

  @Option(
      names = "--env-file",
      paramLabel = "FILE",
      description =
          "Variables for the stack file, such as COMPOSE_PROFILES; the process's own win."
              + " Repeatable")
  private List<String> environmentFiles = new ArrayList<>();

  @Option(names = "--no-dotenv", description = "Do not read a .env beside the first stack file")
  private boolean noDotEnv;

  @Option(
      names = "--dialect",
      paramLabel = "auto|stack|compose",
      defaultValue = "auto",
      description = {
        "stack: as docker stack deploy reads it;",
        "compose: by the compose specification;",
        "auto: stack where that is accepted.",
        "Default: ${DEFAULT-VALUE}"
      })
  private DialectChoice dialect = DialectChoice.AUTO;

  /**
   * The files.
   *
   * @throws CommandLine.ParameterException when none is given
   */
  public StackFiles files() {
    if (!areGiven()) {
      throw new CommandLine.ParameterException(
          command.commandLine(), "missing option -c, --compose-file=FILE");
    }
    return new StackFiles(stackFiles, environmentFiles, !noDotEnv, dialect);
  }

  /** Whether any is. */
  public boolean areGiven() {
    return !stackFiles.isEmpty();
  }
}
