package dev.swarmha.cli.render;

import dev.swarmha.cli.output.ReasonDocument;
import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.Task;
import dev.swarmha.engine.TaskState;
import dev.swarmha.wait.Convergence;
import dev.swarmha.wait.event.WaitEvent;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Wait events as documents. */
final class WaitDocument implements WaitEvent.Visitor<Mapping> {

  @Override
  public Mapping serviceMoved(WaitEvent.ServiceMoved event) {
    return EventDocument.type("service")
        .put("service", event.service())
        .putAll(event.convergence().accept(new Verdict()))
        .build();
  }

  @Override
  public Mapping taskMoved(WaitEvent.TaskMoved event) {
    Task.Status status = event.task().status();
    return EventDocument.type("task")
        .put("service", event.service())
        .put("task", event.taskName())
        .put("id", event.task().id().value())
        .put("node", ReasonDocument.orNull(event.node()))
        .put("from", ReasonDocument.orNull(event.from().map(WaitDocument::word)))
        .put("state", word(status.state()))
        .put("message", status.message())
        .put("error", status.error())
        .build();
  }

  @Override
  public Mapping probeAnswered(WaitEvent.ProbeAnswered event) {
    return EventDocument.type("probe")
        .put("address", event.result().probe().address())
        .put("passed", event.result().passed())
        .put("answer", event.result().answer())
        .put("attempt", event.attempt())
        .put("tookMs", event.result().took().toMillis())
        .build();
  }

  private static String word(TaskState state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  private static final class Verdict implements Convergence.Visitor<Mapping> {
    @Override
    public Mapping pending(Convergence.Pending verdict) {
      return running("pending", verdict.done(), verdict.wanted())
          .put("reason", verdict.reason())
          .build();
    }

    @Override
    public Mapping progressing(Convergence.Progressing verdict) {
      return running("progressing", verdict.done(), verdict.wanted()).build();
    }

    @Override
    public Mapping settling(Convergence.Settling verdict) {
      return running("settling", verdict.done(), verdict.wanted())
          .put("until", verdict.until().truncatedTo(ChronoUnit.MILLIS).toString())
          .build();
    }

    @Override
    public Mapping converged(Convergence.Converged verdict) {
      return running("converged", verdict.wanted(), verdict.wanted()).build();
    }

    @Override
    public Mapping failed(Convergence.Failed verdict) {
      return state("failed").put("reasons", ReasonDocument.all(verdict.reasons())).build();
    }

    @Override
    public Mapping rolledBack(Convergence.RolledBack verdict) {
      return state("rolled-back").put("reasons", ReasonDocument.all(verdict.reasons())).build();
    }

    @Override
    public Mapping superseded(Convergence.Superseded verdict) {
      return state("superseded").put("message", verdict.message()).build();
    }

    private static Mapping.Builder state(String state) {
      return Mapping.builder().put("state", Document.text(state));
    }

    private static Mapping.Builder running(String state, int done, int wanted) {
      return state(state).put("done", done).put("wanted", wanted);
    }
  }
}
