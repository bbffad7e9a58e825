package dev.swarmha.cli.command;

import dev.swarmha.cli.option.DisplayMixin;
import dev.swarmha.cli.option.EndpointMixin;
import java.io.PrintWriter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The program itself: the options of every command, and the help where none is given. */
@Command(
    name = "swarmha",
    description = "Deploys stacks to a Docker Swarm, waits until they run, and rolls them back.",
    versionProvider = ProgramVersion.class,
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "Run 'swarmha COMMAND --help' for the options of a command.",
      "A DURATION is a number and a unit: 500ms, 30s, 5m, 1h30m.",
      "Exit codes: 0 done, 1 the Engine is away or refuses, 2 wrong usage, 3 a file is wrong,"
          + " 4 rolled back, 5 failed and left as it is, 6 timed out, 7 differences, 8 somebody"
          + " else is at work or a plan is out of date, 130 interrupted."
    })
@Examples(
    """
    # See what a deploy would change, then deploy
    swarmha diff -c stack.yml shop
    swarmha deploy -c stack.yml shop

    # How does everything stand, and what does not run
    swarmha status

    # Ask a manager over ssh; when it is away, the other one
    swarmha -H ssh://ops@10.0.0.10 -H ssh://ops@10.0.0.11 ls
    """)
public final class RootCommand implements Runnable {

  /** By name, in the order of {@code --help}; {@link CommandTree} shows them to Picocli. */
  static final Map<String, Class<?>> COMMANDS = commands();

  private final Surroundings surroundings;
  private final Program.Maker maker;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private EndpointMixin endpoint = new EndpointMixin();

  @Mixin private DisplayMixin display = new DisplayMixin();

  /**
   * The root of a tree of commands.
   *
   * @param maker puts the same program together again
   */
  public RootCommand(Surroundings surroundings, Program.Maker maker) {
    this.surroundings = surroundings;
    this.maker = maker;
  }

  /** The whole program, for one command in other surroundings. */
  Program program(Surroundings others, PrintWriter out) {
    return maker.make(others, out, out);
  }

  public DisplayMixin display() {
    return display;
  }

  /** Whether what people read is coloured. */
  public Ansi ansi() {
    return display.color().ansi(surroundings.environment(), surroundings.terminals()::isThere);
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

  private static Map<String, Class<?>> commands() {
    Map<String, Class<?>> commands = new LinkedHashMap<>();
    commands.put("deploy", DeployCommand.class);
    commands.put("history", HistoryCommand.class);
    commands.put("rollback", RollbackCommand.class);
    commands.put("render", RenderCommand.class);
    commands.put("diff", DiffCommand.class);
    commands.put("ls", ListCommand.class);
    commands.put("ps", TasksCommand.class);
    commands.put("status", StatusCommand.class);
    commands.put("explain", ExplainCommand.class);
    commands.put("logs", LogsCommand.class);
    commands.put("export", ExportCommand.class);
    commands.put("wait", WaitCommand.class);
    commands.put("health", HealthCommand.class);
    commands.put("scale", ScaleCommand.class);
    commands.put("restart", RestartCommand.class);
    commands.put("stop", StopCommand.class);
    commands.put("start", StartCommand.class);
    commands.put("rebalance", RebalanceCommand.class);
    commands.put("rm", RemoveCommand.class);
    commands.put("init", InitCommand.class);
    commands.put("join", JoinCommand.class);
    commands.put("leave", LeaveCommand.class);
    commands.put("token", TokenCommand.class);
    commands.put("cluster", ClusterCommand.class);
    commands.put("node", NodeCommand.class);
    commands.put("secret", SecretCommand.class);
    commands.put("config", ConfigCommand.class);
    commands.put("shell", ShellCommand.class);
    commands.put("completion", CompletionCommand.class);
    commands.put("__complete", CompleteCommand.class);
    commands.put("version", VersionCommand.class);
    return Collections.unmodifiableMap(commands);
  }
}
