package dev.swarmha.cli.render;

import dev.swarmha.cli.error.ExitCode;
import dev.swarmha.deploy.event.ProgressEvent;
import java.io.PrintWriter;
import java.util.function.UnaryOperator;

/** Nothing, unless the command does not end well: then why, on standard error. */
public final class QuietRenderer implements Renderer {

  private final PrintWriter err;
  private final UnaryOperator<String> guard;

  /**
   * Prints what is wrong.
   *
   * @param guard makes of each line what may be printed
   */
  public QuietRenderer(PrintWriter err, UnaryOperator<String> guard) {
    this.err = err;
    this.guard = guard;
  }

  @Override
  public void on(ProgressEvent event) {
    if (event instanceof ProgressEvent.Finished finished
        && ExitCode.of(finished.outcome()) != ExitCode.OK) {
      PlainRenderer.lines(finished.outcome()).forEach(line -> err.println(guard.apply(line)));
      err.flush();
    }
  }

  @Override
  public void aborted(String command, ExitCode code, String message) {}
}
