package dev.swarmha.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.cli.Golden;
import dev.swarmha.cli.error.ExitCode;
import dev.swarmha.deploy.event.ProgressEvent;
import dev.swarmha.deploy.outcome.Outcome;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

final class RendererTest {

  private final StringWriter text = new StringWriter();
  private final PrintWriter writer = new PrintWriter(text);
  private final JsonRenderer json = new JsonRenderer(writer, InstantSource.fixed(Samples.NOON));

  @Test
  void tellsEveryEventInPlainLines() throws IOException {
    Samples.all().forEach(new PlainRenderer(writer, UnaryOperator.identity())::on);

    Golden.check("progress.txt", text.toString());
    assertThat(text.toString().replace("\n", "")).doesNotContainPattern("\\p{Cntrl}");
  }

  @Test
  void tellsEveryEventAsJson() throws IOException {
    Samples.all().forEach(json::on);

    Golden.check("progress.jsonl", text.toString());
  }

  @Test
  void noValueOfAChangedFieldLeavesThroughEvents() {
    Samples.all().forEach(json::on);
    Samples.all().forEach(new PlainRenderer(writer, UnaryOperator.identity())::on);

    assertThat(text.toString()).doesNotContain("PASSWORD");
  }

  @Test
  void endsEveryOutcomeWithAResult() throws IOException {
    outcomes().forEach(outcome -> json.on(new ProgressEvent.Finished("deploy", outcome)));
    json.aborted("deploy", ExitCode.ERROR, "no Engine at unix:///var/run/docker.sock");
    json.aborted("wait", ExitCode.INTERRUPTED, "interrupted");

    Golden.check("results.jsonl", text.toString());
  }

  @Test
  void endsEveryOutcomeWithItsSummary() throws IOException {
    PlainRenderer plain = new PlainRenderer(writer, UnaryOperator.identity());

    outcomes().forEach(outcome -> plain.on(new ProgressEvent.Finished("deploy", outcome)));

    Golden.check("results.txt", text.toString());
  }

  @Test
  void quietSaysNothingWhenAllIsWell() {
    QuietRenderer quiet = new QuietRenderer(writer, UnaryOperator.identity());

    Samples.all().stream().limit(Samples.all().size() - 1L).forEach(quiet::on);
    quiet.on(new ProgressEvent.Finished("wait", new Outcome.Done("all tasks run")));

    assertThat(text.toString()).isEmpty();
  }

  @Test
  void quietSaysWhyWhenSomethingFailed() {
    new QuietRenderer(writer, UnaryOperator.identity())
        .on(new ProgressEvent.Finished("deploy", Samples.rolledBack()));

    assertThat(text.toString())
        .contains("task: non-zero exit (1)")
        .endsWith("shop is back at revision 1" + System.lineSeparator());
  }

  private static List<Outcome> outcomes() {
    return List.of(
        new Outcome.Deployed("shop runs revision 2", Samples.report(List.of())),
        new Outcome.Unchanged("shop is up to date", Samples.report(List.of())),
        new Outcome.Detached("shop is submitted", Optional.of(Samples.report(List.of()))),
        Samples.rolledBack(),
        new Outcome.Failed(
            "shop was left as it is",
            Optional.of(Samples.report(List.of())),
            List.of(Samples.NO_NODE)),
        new Outcome.TimedOut("shop has not converged within 5m", List.of(Samples.NO_NODE)),
        new Outcome.Locked("stack shop is locked by ci@runner-7", Samples.HOLDER),
        new Outcome.Interrupted("interrupted; shop_web is being updated"),
        new Outcome.Done("node n2 has the labels a=b"),
        new Outcome.Done("shop is back at revision 1", Optional.of(Samples.report(List.of()))));
  }
}
