package dev.swarmha.cli.command;

import dev.swarmha.cli.option.ServicesMixin;
import dev.swarmha.cli.option.StopMixin;
import dev.swarmha.deploy.operate.OperateRequest;
import dev.swarmha.deploy.outcome.Outcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "stop",
    description = "Stop services, and wait until none of their tasks runs any more",
    footer =
        "A label remembers how many replicas there were, for 'swarmha start'. A deploy"
            + " starts what its file says should run, unless it is told to --keep-scale.")
@Examples(
    """
    # Stop two services, and start them again
    swarmha stop shop_web shop_api
    swarmha start shop_web shop_api

    # Give a database two minutes to end
    swarmha stop shop_db --timeout 2m
    """)
final class StopCommand extends OutcomeCommand {

  @Mixin private ServicesMixin services = new ServicesMixin();

  @Mixin private StopMixin terms = new StopMixin();

  @Override
  Outcome run(UseCases useCases) {
    return useCases.services().operate().run(OperateRequest.stop(services.names(), terms.terms()));
  }
}
