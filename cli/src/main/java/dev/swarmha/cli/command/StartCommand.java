package dev.swarmha.cli.command;

import dev.swarmha.cli.option.OperateMixin;
import dev.swarmha.deploy.operate.OperateRequest;
import dev.swarmha.deploy.outcome.Outcome;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "start",
    description = "Start services again with as many replicas as they were stopped with, and wait",
    footer = "Example: swarmha start shop_web shop_api")
final class StartCommand extends OutcomeCommand {

  @Parameters(
      arity = "1..*",
      paramLabel = "SERVICE",
      description = "Its name, its id, or the beginning of its id")
  private List<String> services = new ArrayList<>();

  @Mixin private OperateMixin operate = new OperateMixin();

  @Override
  Outcome run(UseCases useCases) {
    return useCases.operateServices().run(OperateRequest.start(services, operate.terms()));
  }
}
