package dev.swarmha.cli.render;

import dev.swarmha.cli.output.SafeText;
import dev.swarmha.deploy.event.ProgressEvent;
import dev.swarmha.deploy.event.ProgressSink;
import java.io.PrintWriter;

/** Notes alone, on standard error, for commands whose output is data. */
public final class NoteRenderer implements ProgressSink {

  private final PrintWriter err;

  public NoteRenderer(PrintWriter err) {
    this.err = err;
  }

  @Override
  public void on(ProgressEvent event) {
    if (event instanceof ProgressEvent.Noted note && note.shown()) {
      SafeText.lines(note.message()).forEach(err::println);
      err.flush();
    }
  }
}
