package dev.swarmha.cli.report;

import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * What the runner of GitHub Actions obeys in the output of a step: lines that begin with two
 * colons, blanks before them or not (actions/runner, {@code ActionCommand.TryParseV2}), and {@code
 * ##[} anywhere in a line ({@code TryParse}). What tasks have written is not to be obeyed.
 */
public final class WorkflowCommands {

  private static final Pattern COMMAND = Pattern.compile("^(\\s*):(?=:)");

  private WorkflowCommands() {}

  /** Makes lines harmless where a runner reads them, and leaves them as they are elsewhere. */
  public static UnaryOperator<String> guard(Map<String, String> environment) {
    return isRead(environment) ? WorkflowCommands::harmless : UnaryOperator.identity();
  }

  static boolean isRead(Map<String, String> environment) {
    return environment.getOrDefault("GITHUB_ACTIONS", "").equals("true");
  }

  private static String harmless(String line) {
    return COMMAND.matcher(line).replaceFirst("$1\\\\:").replace("##[", "#\\#[");
  }
}
