package dev.swarmha.cli.command;

import dev.swarmha.cli.option.OperateMixin;
import dev.swarmha.cli.option.ServicesMixin;
import dev.swarmha.deploy.operate.OperateRequest;
import dev.swarmha.deploy.outcome.Outcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "restart",
    description = "Replace every task of services, as their update policies have it, and wait")
@Examples(
    """
    # Replace all tasks of a service
    swarmha restart shop_web

    # Two services, without waiting
    swarmha restart shop_web shop_api --detach
    """)
final class RestartCommand extends OutcomeCommand {

  @Mixin private ServicesMixin services = new ServicesMixin();

  @Mixin private OperateMixin operate = new OperateMixin();

  @Override
  Outcome run(UseCases useCases) {
    return useCases
        .services()
        .operate()
        .run(OperateRequest.restart(services.names(), operate.terms()));
  }
}
