package dev.swarmha.cli.command;

import dev.swarmha.cli.option.NodesMixin;
import dev.swarmha.deploy.node.NodeChange;
import dev.swarmha.deploy.outcome.Outcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "demote",
    description = "Make managers workers, as long as enough managers are left")
@Examples(
    """
    # Make a manager a worker
    swarmha node demote m3

    # Make another node a manager first
    swarmha node promote n1
    swarmha node demote m3
    """)
final class NodeDemoteCommand extends OutcomeCommand {

  @Mixin private NodesMixin nodes = new NodesMixin();

  @Option(
      names = "--force",
      description = "Leave it to the Engine whether enough managers are left")
  private boolean force;

  @Override
  Outcome run(UseCases useCases) throws InterruptedException {
    return useCases.nodes().change().run(NodeChange.DEMOTE, nodes.names(), force);
  }
}
