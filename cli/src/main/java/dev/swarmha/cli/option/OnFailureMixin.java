package dev.swarmha.cli.option;

import dev.swarmha.deploy.DeployRequest.OnFailure;
import picocli.CommandLine.Option;

/** What becomes of a stack whose rollout fails. */
public final class OnFailureMixin {

  @Option(
      names = "--on-failure",
      paramLabel = "rollback|pause|keep",
      defaultValue = "rollback",
      description = {
        "rollback: the whole stack returns to the revision before;",
        "pause: nothing more is started, and updates that the Engine is in the midst of are held;",
        "keep: all is left.",
        "Default: ${DEFAULT-VALUE}"
      })
  private OnFailure onFailure = OnFailure.ROLLBACK;

  public OnFailure onFailure() {
    return onFailure;
  }
}
