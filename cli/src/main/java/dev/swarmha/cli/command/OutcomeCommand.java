package dev.swarmha.cli.command;

import dev.swarmha.cli.error.ErrorReport;
import dev.swarmha.cli.error.ExitCode;
import dev.swarmha.cli.option.ProgressMode;
import dev.swarmha.cli.option.ReportMixin;
import dev.swarmha.cli.output.OutputFormat;
import dev.swarmha.cli.render.JsonRenderer;
import dev.swarmha.cli.render.LiveRenderer;
import dev.swarmha.cli.render.PlainRenderer;
import dev.swarmha.cli.render.QuietRenderer;
import dev.swarmha.cli.render.Renderer;
import dev.swarmha.cli.report.Ending;
import dev.swarmha.cli.report.GitLabSections;
import dev.swarmha.cli.report.Reports;
import dev.swarmha.cli.report.WorkflowCommands;
import dev.swarmha.cli.terminal.LiveArea;
import dev.swarmha.deploy.event.ProgressEvent;
import dev.swarmha.deploy.outcome.Outcome;
import dev.swarmha.engine.docker.endpoint.EndpointOptions;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jline.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that does something: it tells its progress, and its outcome is the exit code. */
abstract class OutcomeCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private ReportMixin reports = new ReportMixin();

  abstract Outcome run(UseCases useCases) throws InterruptedException;

  @Override
  public final Integer call() throws InterruptedException {
    RootCommand root = (RootCommand) spec.root().userObject();
    if (root.display().output() != OutputFormat.TABLE) {
      PrintWriter err = spec.commandLine().getErr();
      err.println(
          "swarmha: -o is for commands that print data, and \""
              + name()
              + "\" tells its progress; for that in JSON: --progress json");
      err.flush();
    }
    try (Renderer renderer = renderer(root)) {
      return call(root, renderer);
    }
  }

  private int call(RootCommand root, Renderer renderer) throws InterruptedException {
    Surroundings surroundings = root.surroundings().beating(renderer::beat);
    Instant begun = surroundings.timeline().instant();
    try (UseCases useCases = new UseCases(surroundings, root.endpoint().options(), renderer)) {
      Outcome outcome = run(useCases);
      renderer.on(new ProgressEvent.Finished(name(), outcome));
      tell(root, Ending.of(name(), outcome, since(begun, root)));
      return ExitCode.of(outcome).number();
    } catch (CommandLine.ParameterException usage) {
      throw usage;
    } catch (InterruptedException | RuntimeException | Error trouble) {
      ErrorReport report = ErrorReport.of(trouble);
      renderer.aborted(name(), report.code(), report.message());
      tell(root, Ending.of(name(), report, since(begun, root)));
      throw trouble;
    }
  }

  private void tell(RootCommand root, Ending ending) {
    Surroundings surroundings = root.surroundings();
    PrintWriter err = spec.commandLine().getErr();
    new Reports(surroundings.environment(), surroundings.directory(), err)
        .tell(ending, reports.summary(), reports.addresses());
  }

  private static Duration since(Instant begun, RootCommand root) {
    return Duration.between(begun, root.surroundings().timeline().instant());
  }

  /** The way to say that arguments do not go together. */
  final CommandLine.ParameterException wrongUsage(String message) {
    return new CommandLine.ParameterException(spec.commandLine(), message);
  }

  /** For what is about one Engine and not about its swarm. */
  final void requireOneHost() {
    RootCommand root = (RootCommand) spec.root().userObject();
    EndpointOptions endpoint = root.endpoint().options();
    requireOne("--host", endpoint.hosts());
    requireOne("--context", endpoint.contexts());
  }

  private void requireOne(String option, List<String> given) {
    long count = given.stream().distinct().count();
    if (count > 1) {
      throw wrongUsage(
          "\"" + name() + "\" is about one Engine: give one " + option + ", not " + count);
    }
  }

  /** {@code node label} for the command of that name. */
  private String name() {
    return spec.qualifiedName().substring(spec.root().name().length()).strip();
  }

  private Renderer renderer(RootCommand root) {
    CommandLine command = spec.commandLine();
    ProgressMode mode = root.display().progress();
    return switch (mode) {
      case AUTO, TTY -> live(root).orElseGet(() -> plain(root));
      case PLAIN -> plain(root);
      case JSON -> new JsonRenderer(command.getOut(), root.surroundings().timeline());
      case QUIET -> new QuietRenderer(command.getErr(), guard(root));
    };
  }

  private static UnaryOperator<String> guard(RootCommand root) {
    return WorkflowCommands.guard(root.surroundings().environment());
  }

  /** GitLab folds sections of a log. */
  private Renderer plain(RootCommand root) {
    Renderer plain = new PlainRenderer(spec.commandLine().getOut(), guard(root));
    Surroundings surroundings = root.surroundings();
    boolean folds = surroundings.environment().getOrDefault("GITLAB_CI", "").equals("true");
    return folds
        ? new GitLabSections(plain, spec.commandLine().getOut(), surroundings.timeline())
        : plain;
  }

  /** Where somebody looks on, and no log on standard error would run through the picture. */
  private Optional<Renderer> live(RootCommand root) {
    boolean logs = root.display().verbosity() > 0 && root.display().logFile().isEmpty();
    if (logs) {
      return Optional.empty();
    }
    return root.surroundings().terminals().open().map(terminal -> live(root, terminal));
  }

  private Renderer live(RootCommand root, Terminal terminal) {
    return new LiveRenderer(
        new LiveArea(terminal), root.surroundings().timeline(), title(), root.ansi());
  }

  /** {@code deploy shop} */
  private String title() {
    Stream<String> about =
        spec.commandLine().getParseResult().matchedPositionals().stream()
            .flatMap(each -> each.stringValues().stream());
    return Stream.concat(Stream.of(name()), about).collect(Collectors.joining(" "));
  }
}
