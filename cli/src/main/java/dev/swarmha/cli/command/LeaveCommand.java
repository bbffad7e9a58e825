package dev.swarmha.cli.command;

import dev.swarmha.deploy.outcome.Outcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "leave",
    description = "Take this Engine out of its swarm",
    footer = "Example: swarmha -H tcp://10.0.0.20:2375 leave")
final class LeaveCommand extends OutcomeCommand {

  @Option(
      names = {"-f", "--force"},
      description = "Also when it is a manager, which can cost the swarm its quorum. Default: no")
  private boolean force;

  @Override
  Outcome run(UseCases useCases) {
    requireOneHost();
    return useCases.leaveSwarm().run(force);
  }
}
