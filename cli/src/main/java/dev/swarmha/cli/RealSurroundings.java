package dev.swarmha.cli;

import dev.swarmha.cli.command.Surroundings;
import dev.swarmha.cli.terminal.Terminals;
import dev.swarmha.engine.time.SystemTimeline;
import dev.swarmha.wait.probe.JdkProber;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;

/** The world as it is: this machine and its clock, real Engines, health asked over its network. */
public final class RealSurroundings {

  private RealSurroundings() {}

  /**
   * For a command that nobody looks at and that ends when its thread is interrupted.
   *
   * @param environment the variables that it sees, in place of those of this process
   * @param directory where the names of its files start from
   * @param input its standard input
   */
  public static Surroundings of(
      Map<String, String> environment, Path directory, InputStream input) {
    return of(environment, directory, input, () -> {}, Terminals.NONE);
  }

  /** For one that does something before its first connection to an Engine. */
  static Surroundings of(
      Map<String, String> environment,
      Path directory,
      InputStream input,
      Runnable guard,
      Terminals terminals) {
    SystemTimeline timeline = new SystemTimeline();
    return new Surroundings(
        environment,
        directory,
        input,
        new Engines(guard, environment, timeline),
        timeline,
        new ProberOnDemand(() -> new JdkProber(timeline)),
        ThisProcess.operator(environment),
        terminals);
  }
}
