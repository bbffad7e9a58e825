package dev.swarmha.cli.command;

import dev.swarmha.deploy.outcome.Outcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "leave", description = "Take this Engine out of its swarm")
@Examples(
    """
    # Empty a worker, and take it out of the swarm
    swarmha node drain n3
    swarmha -H tcp://10.0.0.20:2375 leave

    # The last manager of a swarm that is given up
    swarmha leave --force
    """)
final class LeaveCommand extends OutcomeCommand {

  @Option(
      names = {"-f", "--force"},
      description = "Also when it is a manager, which can cost the swarm its quorum. Default: no")
  private boolean force;

  @Override
  Outcome run(UseCases useCases) {
    requireOneHost();
    return useCases.cluster().leave().run(force);
  }
}
