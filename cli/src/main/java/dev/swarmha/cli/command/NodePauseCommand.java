package dev.swarmha.cli.command;

import dev.swarmha.cli.option.NodesMixin;
import dev.swarmha.deploy.node.NodeChange;
import dev.swarmha.deploy.outcome.Outcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "pause", description = "Give nodes no more tasks; those that they have stay")
@Examples(
    """
    # Give a node no more tasks while somebody looks at it
    swarmha node pause n2

    # And let it have tasks again
    swarmha node activate n2
    """)
final class NodePauseCommand extends OutcomeCommand {

  @Mixin private NodesMixin nodes = new NodesMixin();

  @Override
  Outcome run(UseCases useCases) throws InterruptedException {
    return useCases.nodes().change().run(NodeChange.PAUSE, nodes.names(), false);
  }
}
