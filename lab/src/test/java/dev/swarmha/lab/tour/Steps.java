package dev.swarmha.lab.tour;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The commands of a block. In a {@code console} block a command follows {@code $} and goes on in
 * lines that begin with {@code >}; everything else is output. In an {@code sh} block all is
 * commands.
 */
final class Steps {

  private static final Pattern HERE_DOCUMENT = Pattern.compile("<<-?\\s*['\"]?(\\w+)['\"]?");
  private static final Pattern OPENS = Pattern.compile("(^|[;&|\\s])(do|then|\\{)$");
  private static final Pattern CLOSES = Pattern.compile("^(done|fi|\\})(\\W.*)?$");

  private final Block block;
  private final List<Step> found = new ArrayList<>();

  private Steps(Block block) {
    this.block = block;
  }

  static List<Step> of(Block block) {
    Steps steps = new Steps(block);
    if (block.hasCallsToRun()) {
      block.calls().forEach(steps::addCall);
    } else if (block.isSession()) {
      steps.readSession();
    } else {
      steps.readScript();
    }
    return steps.withExitCodes();
  }

  /** Variables have their values, as in the pipeline. */
  private void addCall(List<String> arguments) {
    String quoted =
        arguments.stream().map(word -> '"' + word + '"').collect(Collectors.joining(" "));
    add(0, 0, "swarmha " + quoted, List.of());
  }

  private void readSession() {
    List<String> lines = block.lines();
    int next = 0;
    while (next < lines.size()) {
      if (!lines.get(next).startsWith("$ ")) {
        throw new IllegalArgumentException(
            "line " + (block.line() + next) + ": a console block begins with $");
      }
      int first = next;
      StringBuilder command = new StringBuilder(lines.get(next++).substring(2));
      while (next < lines.size() && lines.get(next).startsWith("> ")) {
        command.append('\n').append(lines.get(next++).substring(2));
      }
      int output = next;
      while (next < lines.size() && !lines.get(next).startsWith("$ ")) {
        next++;
      }
      add(first, output, command.toString(), lines.subList(output, next));
    }
  }

  private void readScript() {
    List<String> lines = block.lines();
    int next = 0;
    while (next < lines.size()) {
      int last = endOfCommand(lines, next);
      String command = String.join("\n", lines.subList(next, last));
      if (!command.isBlank() && !command.startsWith("#")) {
        add(next, last, command, List.of());
      }
      next = last;
    }
  }

  /**
   * The index after a command's last line: it goes on after a backslash and inside of something.
   */
  private static int endOfCommand(List<String> lines, int first) {
    int depth = 0;
    int next = first;
    while (next < lines.size()) {
      String line = lines.get(next++);
      Matcher here = HERE_DOCUMENT.matcher(line);
      if (here.find()) {
        while (next < lines.size() && !lines.get(next).strip().equals(here.group(1))) {
          next++;
        }
        next++;
      }
      depth += (OPENS.matcher(line).find() ? 1 : 0) - (CLOSES.matcher(line.strip()).find() ? 1 : 0);
      if (!line.endsWith("\\") && depth <= 0) {
        break;
      }
    }
    return Math.min(next, lines.size());
  }

  private void add(int first, int after, String command, List<String> output) {
    found.add(
        new Step(block.line() + first, block.line() + after, command, output, 0, block.patience()));
  }

  private List<Step> withExitCodes() {
    List<Step> all = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      boolean last = i == found.size() - 1;
      boolean told = !last && found.get(i + 1).command().startsWith("echo $?");
      all.add(with(found.get(i), told ? Step.TOLD_BY_THE_NEXT : last ? block.exitCode() : 0));
    }
    return all;
  }

  private static Step with(Step step, int exitCode) {
    Duration patience = step.patience();
    return new Step(
        step.line(), step.afterCommand(), step.command(), step.output(), exitCode, patience);
  }
}
