package dev.swarmha.cli.render;

import dev.swarmha.cli.error.ExitCode;
import dev.swarmha.deploy.event.ProgressEvent;
import java.io.PrintWriter;

/** Nothing, unless the command does not end well: then why, on standard error. */
public final class QuietRenderer implements Renderer {

  private final PrintWriter err;

  public QuietRenderer(PrintWriter err) {
    this.err = err;
  }

  @Override
  public void on(ProgressEvent event) {
    if (event instanceof ProgressEvent.Finished finished
        && ExitCode.of(finished.outcome()) != ExitCode.OK) {
      PlainRenderer.lines(finished.outcome()).forEach(err::println);
      err.flush();
    }
  }

  @Override
  public void aborted(String command, ExitCode code, String message) {}
}
