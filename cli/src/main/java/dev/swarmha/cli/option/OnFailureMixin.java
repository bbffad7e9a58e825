package dev.swarmha.cli.option;

import dev.swarmha.deploy.DeployRequest.OnFailure;
import picocli.CommandLine.Option;

/** What becomes of a stack whose rollout fails. */
public final class OnFailureMixin {

  @Option(
      names = "--on-failure",
      paramLabel = "rollback|keep",
      defaultValue = "rollback",
      description = {
        "rollback: the whole stack returns to the revision before; keep: it is left as it is.",
        "Default: ${DEFAULT-VALUE}"
      })
  private OnFailure onFailure = OnFailure.ROLLBACK;

  public OnFailure onFailure() {
    return onFailure;
  }
}
