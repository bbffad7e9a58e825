package dev.swarmha.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.swarmha.cli.command.Surroundings;
import dev.swarmha.cli.terminal.Terminals;
import dev.swarmha.deploy.Operator;
import dev.swarmha.engine.EngineConnection;
import dev.swarmha.engine.EngineUnreachableException;
import dev.swarmha.engine.docker.endpoint.EndpointOptions;
import dev.swarmha.engine.failover.FailoverConnection;
import dev.swarmha.engine.failover.Manager;
import dev.swarmha.engine.probe.Prober;
import dev.swarmha.engine.testkit.InMemorySwarm;
import dev.swarmha.engine.testkit.VirtualTimeline;
import dev.swarmha.engine.time.Timeline;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine;

/** The whole program, run in this process. */
public final class Cli {

  private static final Prober NOBODY =
      probe -> {
        throw new AssertionError("nothing asks for health here");
      };

  private final Surroundings.Engines engines;
  private final Timeline timeline;
  private final Prober prober;
  private final Map<String, String> environment = new TreeMap<>();
  private Optional<EndpointOptions> endpoint = Optional.empty();
  private Operator operator = new Operator("user-a", "laptop", 4711);
  private String input = "";
  private Path directory = Path.of("");
  private Terminals terminals = Terminals.NONE;

  private Cli(Surroundings.Engines engines, Timeline timeline, Prober prober) {
    this.engines = engines;
    this.timeline = timeline;
    this.prober = prober;
  }

  /** Where no Engine answers. */
  static Cli alone() {
    return new Cli(
        options -> {
          throw new EngineUnreachableException("no Engine at tcp://nowhere (from --host)", null);
        },
        new VirtualTimeline(),
        NOBODY);
  }

  /** Connected to the machines that {@code --host} names, or to the first of a swarm. */
  static Cli on(InMemorySwarm swarm) {
    return new Cli(options -> connect(swarm, options), swarm.timeline(), swarm.prober());
  }

  private static EngineConnection connect(InMemorySwarm swarm, EndpointOptions options) {
    List<Manager> managers =
        options.hosts().isEmpty()
            ? List.of(new Manager("the default socket", swarm.connection()))
            : options.hosts().stream().map(host -> new Manager(host, swarm.engine(host))).toList();
    return FailoverConnection.over(managers, swarm.timeline());
  }

  /** Three managers, {@code m1} to {@code m3}, and two workers, {@code w1} and {@code w2}. */
  static InMemorySwarm swarmOfFive() {
    return InMemorySwarm.builder()
        .manager("m1")
        .manager("m2")
        .manager("m3")
        .worker("w1")
        .worker("w2")
        .build();
  }

  /** All commands, to look at and not to run. */
  static CommandLine tree() {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    return new Wiring(alone().surroundings(), nowhere, nowhere).commandLine();
  }

  /** How one command line ended and what it printed. */
  record Run(int code, String out, String err) {}

  Cli input(String text) {
    input = text;
    return this;
  }

  /** In the name of somebody else. */
  Cli as(Operator other) {
    operator = other;
    return this;
  }

  /** With somebody looking on. */
  Cli at(Terminals other) {
    terminals = other;
    return this;
  }

  /** Where names of files start from. */
  Cli in(Path other) {
    directory = other;
    return this;
  }

  Cli variable(String name, String value) {
    environment.put(name, value);
    return this;
  }

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

  Surroundings surroundings() {
    return new Surroundings(
        environment,
        directory,
        new ByteArrayInputStream(input.getBytes(UTF_8)),
        options -> {
          endpoint = Optional.of(options);
          return engines.connect(options);
        },
        timeline,
        prober,
        operator,
        terminals);
  }
}
