package dev.swarmha.cli.command;

import dev.swarmha.cli.option.NodesMixin;
import dev.swarmha.deploy.node.NodeChange;
import dev.swarmha.deploy.outcome.Outcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "activate", description = "Let nodes have tasks, after they were paused or drained")
@Examples(
    """
    # After maintenance
    swarmha node activate n2

    # Let it have its share again
    swarmha node activate n2
    swarmha rebalance
    """)
final class NodeActivateCommand extends OutcomeCommand {

  @Mixin private NodesMixin nodes = new NodesMixin();

  @Override
  Outcome run(UseCases useCases) throws InterruptedException {
    return useCases.nodes().change().run(NodeChange.ACTIVATE, nodes.names(), false);
  }
}
