package dev.swarmha.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.swarmha.cli.command.Surroundings;
import dev.swarmha.cli.terminal.SystemTerminal;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.file.Path;

/** The program as the start script runs it. */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    if (PreparedAnswer.print(arguments, System.out)) {
      return;
    }
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

  /** This machine, its terminal, and whoever is at it. */
  static Surroundings surroundings(Interrupts interrupts) {
    return RealSurroundings.of(
        System.getenv(),
        Path.of(""),
        System.in,
        interrupts::guard,
        new SystemTerminal(ThisProcess::isAtTerminal));
  }
}
