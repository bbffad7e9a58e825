package dev.swarmha.cli.command;

import dev.swarmha.cli.complete.Named;
import dev.swarmha.cli.option.OperateMixin;
import dev.swarmha.cli.option.ScaleTarget;
import dev.swarmha.deploy.operate.OperateRequest;
import dev.swarmha.deploy.outcome.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "scale",
    description = "Set the number of replicas of services, and wait until they all run",
    footer = "The next deploy sets it to what its file says, unless it is told to --keep-scale.")
@Examples(
    """
    # Five replicas of one service, three of another
    swarmha scale shop_web=5 shop_api=3

    # More while there is a rush; the next deploy leaves it so
    swarmha scale shop_web=20 --timeout 10m
    swarmha deploy -c stack.yml --keep-scale shop
    """)
final class ScaleCommand extends OutcomeCommand {

  @Parameters(
      arity = "1..*",
      paramLabel = "SERVICE=N",
      completionCandidates = Named.ServiceToScale.class,
      converter = ScaleTarget.Converter.class,
      description = "A service by its name, its id, or the beginning of its id; how many replicas")
  private List<ScaleTarget> targets = new ArrayList<>();

  @Option(
      names = "--yes",
      description = "Take numbers that look like a slip: more than 100 replicas for each node")
  private boolean yes;

  @Mixin private OperateMixin operate = new OperateMixin();

  @Override
  Outcome run(UseCases useCases) {
    Map<String, Integer> replicas =
        ScaleTarget.byService(targets)
            .orElseThrow(() -> wrongUsage("a service is given two numbers of replicas"));
    OperateRequest request = OperateRequest.scale(replicas, operate.terms());
    return useCases.services().operate().run(yes ? request.meantSo() : request);
  }
}
