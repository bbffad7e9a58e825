package dev.swarmha.cli.command;

import dev.swarmha.cli.option.DisplayMixin;
import dev.swarmha.cli.option.EndpointMixin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The program itself: the options of every command, and the help where none is given. */
@Command(
    name = "swarmha",
    description = "Deploys stacks to a Docker Swarm, waits until they run, and rolls them back.",
    versionProvider = ProgramVersion.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      DeployCommand.class,
      HistoryCommand.class,
      RollbackCommand.class,
      RenderCommand.class,
      DiffCommand.class,
      ListCommand.class,
      TasksCommand.class,
      StatusCommand.class,
      ExplainCommand.class,
      LogsCommand.class,
      ExportCommand.class,
      WaitCommand.class,
      HealthCommand.class,
      ScaleCommand.class,
      RestartCommand.class,
      StopCommand.class,
      StartCommand.class,
      RebalanceCommand.class,
      RemoveCommand.class,
      InitCommand.class,
      JoinCommand.class,
      LeaveCommand.class,
      TokenCommand.class,
      ClusterCommand.class,
      NodeCommand.class,
      SecretCommand.class,
      ConfigCommand.class,
      VersionCommand.class
    },
    footer = {
      "Run 'swarmha COMMAND --help' for the options of a command.",
      "Exit codes: 0 done, 1 the Engine is away or refuses, 2 wrong usage, 3 a file is wrong,",
      "4 rolled back, 5 failed and left as it is, 6 timed out, 7 differences,",
      "8 somebody else is at work or a plan is out of date, 130 interrupted."
    })
public final class RootCommand implements Runnable {

  private final Surroundings surroundings;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private EndpointMixin endpoint = new EndpointMixin();

  @Mixin private DisplayMixin display = new DisplayMixin();

  public RootCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  public DisplayMixin display() {
    return display;
  }

  EndpointMixin endpoint() {
    return endpoint;
  }

  Surroundings surroundings() {
    return surroundings;
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
