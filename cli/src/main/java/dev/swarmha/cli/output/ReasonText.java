package dev.swarmha.cli.output;

import dev.swarmha.engine.Container.HealthCheckRun;
import dev.swarmha.wait.Diagnosis.NodeRefusal;
import dev.swarmha.wait.Reason;
import java.util.ArrayList;
import java.util.List;

/**
 * A reason as a block of lines: where it went wrong, the words of the Engine, what speaks against
 * each node, the end of the log, and what to do.
 */
public final class ReasonText {

  /** A swarm may have hundreds. */
  private static final int NODES_SHOWN = 10;

  private ReasonText() {}

  public static List<String> lines(List<Reason> reasons) {
    List<String> lines = new ArrayList<>();
    reasons.forEach(reason -> add(reason, lines));
    return lines;
  }

  private static void add(Reason reason, List<String> lines) {
    List<String> message = SafeText.lines(reason.message());
    lines.add("  " + place(reason) + ": " + message.get(0));
    message.stream().skip(1).forEach(line -> lines.add("    " + line));
    if (reason.diagnosis().outOfMemory()) {
      lines.add("    killed for want of memory");
    }
    addNodes(reason.diagnosis().nodes(), lines);
    if (!reason.diagnosis().healthChecks().isEmpty()) {
      lines.add("    what its healthcheck wrote:");
      checks(reason.diagnosis().healthChecks()).forEach(line -> lines.add("      " + line));
    }
    if (!reason.logTail().isEmpty()) {
      lines.add("    the last lines of its log:");
      reason.logTail().forEach(line -> lines.add("      " + SafeText.line(line)));
    }
    reason
        .diagnosis()
        .advice()
        .ifPresent(advice -> lines.add(SafeText.line("    what to do: " + advice)));
  }

  private static void addNodes(List<NodeRefusal> nodes, List<String> lines) {
    nodes.stream()
        .limit(NODES_SHOWN)
        .forEach(each -> lines.add(SafeText.line("    " + each.node() + ": " + each.message())));
    if (nodes.size() > NODES_SHOWN) {
      lines.add("    and " + (nodes.size() - NODES_SHOWN) + " nodes more");
    }
  }

  /** Runs of a healthcheck, each with its exit code and all that it wrote. */
  public static List<String> checks(List<HealthCheckRun> runs) {
    return runs.stream()
        .flatMap(
            run -> SafeText.lines("exit code " + run.exitCode() + ": " + run.output()).stream())
        .toList();
  }

  /** {@code shop_web, task shop_web.2 on n1}, as far as it is known. */
  private static String place(Reason reason) {
    String task = reason.task().map(failed -> ", task " + failed.name()).orElse("");
    String node =
        reason.node().map(name -> (task.isEmpty() ? ", node " : " on ") + name).orElse("");
    return SafeText.line(reason.service() + task + node);
  }
}
