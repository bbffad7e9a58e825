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
    beginQuickly();
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

  /** Settings of this process that make for a quick start. */
  static void beginQuickly() {
    LazyTls.install();
    // Picocli would look for Groovy, whose closures it knows, through every jar of the class path.
    System.setProperty("picocli.disable.closures", "true");
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
