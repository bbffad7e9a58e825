package dev.swarmha.cli.shell;

import static java.util.Objects.requireNonNull;

import dev.swarmha.cli.complete.LiveNames;
import dev.swarmha.cli.complete.TypedLine;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.jline.terminal.Terminal;
import picocli.CommandLine.Model.CommandSpec;

/**
 * What a shell works with.
 *
 * @param started the command line that it was started with
 * @param endpoint what the prompt calls the Engine
 * @param run runs a command line and returns its exit code
 * @param names for completion; never slow
 * @param state how the swarm stands, for the prompt; never slow
 * @param changed called when a command has ended and may have changed the swarm
 */
public record Session(
    Terminal terminal,
    CommandSpec program,
    TypedLine started,
    String endpoint,
    Map<String, String> environment,
    Path directory,
    boolean color,
    ToIntFunction<String[]> run,
    LiveNames names,
    Supplier<SwarmState> state,
    Runnable changed) {

  public Session {
    requireNonNull(terminal, "terminal");
    requireNonNull(program, "program");
    requireNonNull(started, "started");
    requireNonNull(endpoint, "endpoint");
    environment = Map.copyOf(environment);
    requireNonNull(directory, "directory");
    requireNonNull(run, "run");
    requireNonNull(names, "names");
    requireNonNull(state, "state");
    requireNonNull(changed, "changed");
  }
}
