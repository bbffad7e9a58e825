package dev.swarmha.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.swarmha.cli.command.Surroundings;
import dev.swarmha.engine.EngineConnection;
import dev.swarmha.engine.EngineUnreachableException;
import dev.swarmha.engine.docker.endpoint.EndpointOptions;
import dev.swarmha.engine.time.Timeline;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;

/** The whole program, run in this process. */
public final class Cli {

  private Optional<EndpointOptions> endpoint = Optional.empty();

  /** How one command line ended and what it printed. */
  public record Run(int code, String out, String err) {}

  /** The endpoint options of the last connection; empty if there was none. */
  Optional<EndpointOptions> endpoint() {
    return endpoint;
  }

  Run run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        new Wiring(surroundings(), new PrintWriter(out), new PrintWriter(err)).run(arguments);
    return new Run(code, out.toString(), err.toString());
  }

  /** All commands, to look at and not to run. */
  static CommandLine tree() {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    return new Wiring(new Cli().surroundings(), nowhere, nowhere).commandLine();
  }

  private Surroundings surroundings() {
    return new Surroundings(
        Map.of(),
        new ByteArrayInputStream("typed".getBytes(UTF_8)),
        this::connect,
        new StoppedClock(),
        probe -> {
          throw new AssertionError("nothing asks for health here");
        });
  }

  private EngineConnection connect(EndpointOptions options) {
    endpoint = Optional.of(options);
    throw new EngineUnreachableException("no Engine at tcp://nowhere (from --host)", null);
  }

  private static final class StoppedClock implements Timeline {
    @Override
    public Instant instant() {
      return Instant.parse("2026-05-04T12:00:00Z");
    }

    @Override
    public void sleep(Duration time) {
      throw new AssertionError("nothing waits here");
    }
  }
}
