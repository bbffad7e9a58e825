package dev.swarmha.cli.render;

import dev.swarmha.cli.error.ExitCode;
import dev.swarmha.cli.output.JsonText;
import dev.swarmha.deploy.event.ProgressEvent;
import dev.swarmha.document.Mapping;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** One JSON object a line, each stamped when it is written. The shapes are in docs/events.md. */
public final class JsonRenderer implements Renderer {

  private final PrintWriter out;
  private final InstantSource clock;
  private final JsonText json = new JsonText();
  private final EventDocument documents = new EventDocument();

  public JsonRenderer(PrintWriter out, InstantSource clock) {
    this.out = out;
    this.clock = clock;
  }

  @Override
  public void on(ProgressEvent event) {
    print(event.accept(documents));
  }

  @Override
  public void aborted(String command, ExitCode code, String message) {
    print(ResultDocument.aborted(command, code, message));
  }

  private void print(Mapping event) {
    Mapping.Builder stamped = Mapping.builder();
    stamped.put("time", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
    out.println(json.compact(stamped.putAll(event).build()));
    out.flush();
  }
}
