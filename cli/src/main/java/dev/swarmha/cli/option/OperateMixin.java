package dev.swarmha.cli.option;

import dev.swarmha.deploy.operate.OperateRequest.OperateTerms;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How long a command that changes services by hand waits. */
public final class OperateMixin {

  @Mixin private PatienceMixin patience = new PatienceMixin();

  @Option(names = "--detach", description = "Submit and return. Default: wait")
  private boolean detach;

  @Mixin private LockMixin lock = new LockMixin();

  public OperateTerms terms() {
    return new OperateTerms(patience.patience(), detach, lock.timeout());
  }
}
