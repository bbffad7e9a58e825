package dev.swarmha.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.swarmha.cli.command.Surroundings;
import dev.swarmha.cli.terminal.SystemTerminal;
import dev.swarmha.engine.time.SystemTimeline;
import dev.swarmha.wait.probe.JdkProber;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;

/** The program as the start script runs it. */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    LazyTls.install();
    PrintWriter out = new PrintWriter(new OutputStreamWriter(System.out, UTF_8));
    PrintWriter err = new PrintWriter(new OutputStreamWriter(System.err, UTF_8));
    Interrupts interrupts = new Interrupts(err);
    int code = new Wiring(surroundings(interrupts), out, err).run(arguments);
    out.flush();
    err.flush();
    if (interrupts.release()) {
      System.exit(code);
    }
  }

  private static Surroundings surroundings(Interrupts interrupts) {
    Map<String, String> environment = System.getenv();
    SystemTimeline timeline = new SystemTimeline();
    return new Surroundings(
        environment,
        Path.of(""),
        System.in,
        new Engines(interrupts, environment, timeline),
        timeline,
        new ProberOnDemand(() -> new JdkProber(timeline)),
        ThisProcess.operator(environment),
        new SystemTerminal(ThisProcess::isAtTerminal));
  }
}
