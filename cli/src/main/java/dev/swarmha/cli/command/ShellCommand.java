package dev.swarmha.cli.command;

import dev.swarmha.cli.complete.EndpointNames;
import dev.swarmha.cli.complete.SharedConnection;
import dev.swarmha.cli.complete.TypedLine;
import dev.swarmha.cli.shell.CachedNames;
import dev.swarmha.cli.shell.LatestState;
import dev.swarmha.cli.shell.Session;
import dev.swarmha.cli.shell.Shell;
import dev.swarmha.cli.shell.TerminalInput;
import dev.swarmha.engine.docker.endpoint.Endpoint;
import dev.swarmha.engine.docker.endpoint.EndpointOptions;
import dev.swarmha.engine.docker.endpoint.EndpointResolver;
import java.io.PrintWriter;
import java.net.URI;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jline.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    name = "shell",
    description = "Type commands one after the other, with completion and a history",
    footer = {
      "Each line is a command without 'swarmha' before it; !COMMAND runs in the system's shell."
          + " Options given here hold for all commands.",
      "Ctrl-C ends a command, Ctrl-D the shell. Lines that begin with a space, or hold a join"
          + " token, are not kept in the history."
    })
@Examples(
    """
    # On the swarm of the docker context that is in use
    swarmha shell

    # On the swarm of another one
    swarmha shell --context prod
    """)
final class ShellCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws InterruptedException {
    RootCommand root = (RootCommand) spec.root().userObject();
    Terminal terminal = root.surroundings().terminals().open().orElseThrow(this::noTerminal);
    ExecutorService aside = Executors.newSingleThreadExecutor(ShellCommand::daemon);
    try (SharedConnection connection = connection(root)) {
      new Shell(session(root, terminal, connection, aside)).run();
    } finally {
      aside.shutdownNow();
    }
    return 0;
  }

  private CommandLine.ParameterException noTerminal() {
    return new CommandLine.ParameterException(
        spec.commandLine(),
        "the shell is for somebody at a terminal; elsewhere run its commands one by one");
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "aside");
    thread.setDaemon(true);
    return thread;
  }

  private static SharedConnection connection(RootCommand root) {
    EndpointOptions endpoint = root.endpoint().options();
    return new SharedConnection(() -> root.surroundings().engines().aside(endpoint));
  }

  private Session session(
      RootCommand root, Terminal terminal, SharedConnection connection, ExecutorService aside) {
    Surroundings surroundings = root.surroundings();
    EndpointResolver resolver = new EndpointResolver(surroundings.environment());
    CachedNames names = new CachedNames(new EndpointNames(connection, resolver), aside);
    LatestState state = new LatestState(connection, aside);
    names.refresh();
    PrintWriter out = terminal.writer();
    return new Session(
        terminal,
        spec.root(),
        TypedLine.of(spec.root(), spec.root().commandLine().getParseResult().originalArgs()),
        label(resolver, root.endpoint().options()),
        surroundings.environment(),
        surroundings.directory(),
        root.ansi().enabled(),
        arguments ->
            root.program(surroundings.with(new TerminalInput(terminal)), out).run(arguments),
        names,
        state::get,
        () -> {
          state.refresh();
          names.refresh();
        });
  }

  /** The context, or else the address without what everybody knows of it. */
  private static String label(EndpointResolver resolver, EndpointOptions options) {
    List<Endpoint> endpoints = resolver.resolveAll(options);
    String others = endpoints.size() > 1 ? "+" + (endpoints.size() - 1) : "";
    return resolver.context(options).orElseGet(() -> label(endpoints.get(0).uri())) + others;
  }

  private static String label(URI uri) {
    String authority = uri.getAuthority();
    if (authority != null) {
      return authority;
    }
    return uri.getPath().equals("/var/run/docker.sock") ? "local" : uri.getPath();
  }
}
