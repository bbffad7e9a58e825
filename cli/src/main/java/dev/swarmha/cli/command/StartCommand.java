package dev.swarmha.cli.command;

import dev.swarmha.cli.option.OperateMixin;
import dev.swarmha.cli.option.ServicesMixin;
import dev.swarmha.deploy.operate.OperateRequest;
import dev.swarmha.deploy.outcome.Outcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "start",
    description = "Start services again with as many replicas as they were stopped with, and wait")
@Examples(
    """
    # Start what was stopped
    swarmha start shop_web shop_api

    # Give it ten minutes
    swarmha start shop_db --timeout 10m
    """)
final class StartCommand extends OutcomeCommand {

  @Mixin private ServicesMixin services = new ServicesMixin();

  @Mixin private OperateMixin operate = new OperateMixin();

  @Override
  Outcome run(UseCases useCases) {
    return useCases
        .services()
        .operate()
        .run(OperateRequest.start(services.names(), operate.terms()));
  }
}
