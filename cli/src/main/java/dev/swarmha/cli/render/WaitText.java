package dev.swarmha.cli.render;

import dev.swarmha.cli.output.SafeText;
import dev.swarmha.engine.Task;
import dev.swarmha.engine.TaskState;
import dev.swarmha.engine.probe.ProbeResult;
import dev.swarmha.wait.Convergence;
import dev.swarmha.wait.Reason;
import dev.swarmha.wait.event.WaitEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What changed while waiting, in one line each; nothing where an address answers as before. */
final class WaitText implements WaitEvent.Visitor<Optional<String>> {

  private final Map<String, ProbeResult> answers = new HashMap<>();

  @Override
  public Optional<String> serviceMoved(WaitEvent.ServiceMoved event) {
    return Optional.of(event.service() + ": " + event.convergence().accept(new Verdict()));
  }

  @Override
  public Optional<String> taskMoved(WaitEvent.TaskMoved event) {
    Task.Status status = event.task().status();
    String node = event.node().map(name -> " on " + name).orElse("");
    String trouble = status.error().isEmpty() ? "" : ": " + status.error();
    return Optional.of(
        SafeText.line(event.taskName() + node + ": " + word(status.state()) + trouble));
  }

  @Override
  public Optional<String> probeAnswered(WaitEvent.ProbeAnswered event) {
    ProbeResult now = event.result();
    String address = now.probe().address();
    Optional<ProbeResult> before = Optional.ofNullable(answers.put(address, now));
    if (before.filter(it -> isSame(it, now)).isPresent()) {
      return Optional.empty();
    }
    if (now.passed()) {
      return Optional.of(SafeText.line(address + ": healthy, " + now.answer()));
    }
    boolean wasHealthy = before.filter(ProbeResult::passed).isPresent();
    String state = wasHealthy ? "no longer healthy" : "not healthy yet";
    return Optional.of(
        SafeText.line(
            address + ": " + state + ", " + now.answer() + " (try " + event.attempt() + ")"));
  }

  private static boolean isSame(ProbeResult before, ProbeResult now) {
    return before.passed() == now.passed() && before.answer().equals(now.answer());
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
