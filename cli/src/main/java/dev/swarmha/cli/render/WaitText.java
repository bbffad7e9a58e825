package dev.swarmha.cli.render;

import dev.swarmha.cli.output.SafeText;
import dev.swarmha.engine.Task;
import dev.swarmha.engine.TaskState;
import dev.swarmha.wait.Convergence;
import dev.swarmha.wait.Reason;
import dev.swarmha.wait.event.WaitEvent;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What changed while waiting, in one line each. */
final class WaitText implements WaitEvent.Visitor<String> {

  @Override
  public String serviceMoved(WaitEvent.ServiceMoved event) {
    return event.service() + ": " + event.convergence().accept(new Verdict());
  }

  @Override
  public String taskMoved(WaitEvent.TaskMoved event) {
    Task.Status status = event.task().status();
    String node = event.node().map(name -> " on " + name).orElse("");
    String trouble = status.error().isEmpty() ? "" : ": " + status.error();
    return SafeText.line(event.taskName() + node + ": " + word(status.state()) + trouble);
  }

  @Override
  public String probeAnswered(WaitEvent.ProbeAnswered event) {
    String answer = event.result().answer();
    String address = event.result().probe().address();
    return SafeText.line(
        event.result().passed()
            ? address + ": healthy, " + answer
            : address + ": not healthy yet, " + answer + " (try " + event.attempt() + ")");
  }

  private static String word(TaskState state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  private static final class Verdict implements Convergence.Visitor<String> {
    @Override
    public String pending(Convergence.Pending verdict) {
      String waiting = ", waiting: " + SafeText.line(verdict.reason());
      return running(verdict.done(), verdict.wanted()) + waiting;
    }

    @Override
    public String progressing(Convergence.Progressing verdict) {
      return verdict.done() + "/" + verdict.wanted() + " up to date";
    }

    @Override
    public String settling(Convergence.Settling verdict) {
      return running(verdict.done(), verdict.wanted()) + ", watching whether they stay up";
    }

    @Override
    public String converged(Convergence.Converged verdict) {
      return "converged, " + running(verdict.wanted(), verdict.wanted());
    }

    @Override
    public String failed(Convergence.Failed verdict) {
      return "failed: " + messages(verdict.reasons());
    }

    @Override
    public String rolledBack(Convergence.RolledBack verdict) {
      return "rolled back by the Engine: " + messages(verdict.reasons());
    }

    @Override
    public String superseded(Convergence.Superseded verdict) {
      return SafeText.line(verdict.message());
    }

    private static String running(int done, int wanted) {
      return done + "/" + wanted + " running";
    }

    private static String messages(List<Reason> reasons) {
      return reasons.stream()
          .map(reason -> SafeText.line(reason.message()))
          .distinct()
          .collect(Collectors.joining("; "));
    }
  }
}
