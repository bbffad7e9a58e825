package dev.swarmha.cli;

import dev.swarmha.cli.command.CommandTree;
import dev.swarmha.cli.command.Program;
import dev.swarmha.cli.command.RootCommand;
import dev.swarmha.cli.command.Surroundings;
import dev.swarmha.cli.error.ErrorHandlers;
import dev.swarmha.cli.option.DisplayMixin;
import dev.swarmha.cli.option.ValueForms;
import dev.swarmha.cli.report.GitHubAnnotations;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;

/**
 * Puts the program together around what it can touch and two writers; the same for users and for
 * tests.
 */
public final class Wiring implements Program {

  private static final int TRACE_VERBOSITY = 2;

  private final RootCommand root;
  private final Map<String, String> environment;
  private final PrintWriter out;
  private final PrintWriter err;
  private final ErrorHandlers errors;

  public Wiring(Surroundings surroundings, PrintWriter out, PrintWriter err) {
    this.root = new RootCommand(surroundings, Wiring::new);
    this.environment = surroundings.environment();
    this.out = out;
    this.err = err;
    GitHubAnnotations annotations =
        new GitHubAnnotations(surroundings.environment(), surroundings.directory());
    this.errors =
        new ErrorHandlers(() -> root.display().verbosity() >= TRACE_VERBOSITY, annotations::print);
  }

  @Override
  public int run(String... arguments) {
    List<String> line = helpAsOption(List.of(arguments));
    try {
      return arrange(CommandTree.of(root, line)).execute(line.toArray(String[]::new));
    } catch (Error broken) {
      // Picocli hands exceptions to the handlers, and lets errors of the Java runtime pass.
      return errors.report(broken, err);
    }
  }

  /** {@code help deploy} is {@code deploy --help}, as with docker, kubectl and helm. */
  private static List<String> helpAsOption(List<String> line) {
    if (line.isEmpty() || !line.get(0).equals(PreparedAnswer.HELP)) {
      return line;
    }
    List<String> asked = new ArrayList<>(line.subList(1, line.size()));
    asked.add("--help");
    return asked;
  }

  /** The whole tree of commands. */
  CommandLine commandLine() {
    return arrange(CommandTree.whole(root));
  }

  private CommandLine arrange(CommandLine commandLine) {
    commandLine
        .getCommandSpec()
        .addOption(
            OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .scopeType(ScopeType.INHERIT)
                .description("Show this help and exit")
                .build())
        .addOption(
            OptionSpec.builder("--version")
                .versionHelp(true)
                .description("Show the version of swarmha and exit")
                .build());
    ProgramName.apply(commandLine, environment);
    HelpLayout.apply(commandLine);
    ValueForms.register(commandLine);
    return commandLine
        .setOut(out)
        .setErr(err)
        .setExecutionExceptionHandler(errors)
        .setParameterExceptionHandler(errors)
        .setExecutionStrategy(this::execute);
  }

  private int execute(ParseResult parsed) {
    DisplayMixin display = root.display();
    CommandLine command = parsed.commandSpec().commandLine();
    command.setColorScheme(CommandLine.Help.defaultColorScheme(root.ansi()));
    Logging.configure(display.verbosity(), display.logFile());
    return new CommandLine.RunLast().execute(parsed);
  }
}
