package dev.swarmha.cli.command;

import dev.swarmha.cli.option.NodesMixin;
import dev.swarmha.deploy.outcome.Outcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "rm", description = "Remove nodes that are down and will not come back")
@Examples(
    """
    # A machine that is gone for good
    swarmha node rm n3

    # One that is still up, too
    swarmha node rm n3 --force
    """)
final class NodeRemoveCommand extends OutcomeCommand {

  @Mixin private NodesMixin nodes = new NodesMixin();

  @Option(
      names = "--force",
      description = "Also nodes that are up, and managers, which are demoted first")
  private boolean force;

  @Override
  Outcome run(UseCases useCases) throws InterruptedException {
    return useCases.nodes().remove().run(nodes.names(), force);
  }
}
