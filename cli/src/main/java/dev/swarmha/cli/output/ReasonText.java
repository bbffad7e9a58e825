package dev.swarmha.cli.output;

import dev.swarmha.wait.Reason;
import java.util.ArrayList;
import java.util.List;

/**
 * A reason as a block of lines: where it went wrong, the words of the Engine, the end of the log.
 */
public final class ReasonText {

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
    if (!reason.logTail().isEmpty()) {
      lines.add("    the last lines of its log:");
      reason.logTail().forEach(line -> lines.add("      " + SafeText.line(line)));
    }
  }

  /** {@code shop_web, task shop_web.2 on n1}, as far as it is known. */
  private static String place(Reason reason) {
    String task = reason.task().map(failed -> ", task " + failed.name()).orElse("");
    String node =
        reason.node().map(name -> (task.isEmpty() ? ", node " : " on ") + name).orElse("");
    return SafeText.line(reason.service() + task + node);
  }
}
