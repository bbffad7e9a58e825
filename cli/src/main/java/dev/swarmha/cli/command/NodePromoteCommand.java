package dev.swarmha.cli.command;

import dev.swarmha.cli.option.NodesMixin;
import dev.swarmha.deploy.node.NodeChange;
import dev.swarmha.deploy.outcome.Outcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "promote", description = "Make nodes managers")
@Examples(
    """
    # Make a node a manager
    swarmha node promote n2

    # Two at once, for three managers in all
    swarmha node promote n2 n3
    """)
final class NodePromoteCommand extends OutcomeCommand {

  @Mixin private NodesMixin nodes = new NodesMixin();

  @Override
  Outcome run(UseCases useCases) throws InterruptedException {
    return useCases.nodes().change().run(NodeChange.PROMOTE, nodes.names(), false);
  }
}
