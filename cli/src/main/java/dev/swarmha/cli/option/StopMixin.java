package dev.swarmha.cli.option;

import dev.swarmha.deploy.DeployRequest.Patience;
import dev.swarmha.deploy.operate.OperateRequest.OperateTerms;
import java.time.Duration;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How long it is waited for services to stop; what does not run need not stay up. */
public final class StopMixin {

  @Mixin private DeadlinesMixin deadlines = new DeadlinesMixin();

  @Option(names = "--detach", description = "Submit and return. Default: wait")
  private boolean detach;

  @Mixin private LockMixin lock = new LockMixin();

  public OperateTerms terms() {
    Patience patience =
        new Patience(deadlines.timeout(), deadlines.progressDeadline(), Duration.ZERO);
    return new OperateTerms(patience, detach, lock.timeout());
  }
}
