package dev.swarmha.cli.command;

import dev.swarmha.cli.option.DecisionMixin;
import dev.swarmha.cli.option.HealthMixin;
import dev.swarmha.cli.option.PatienceMixin;
import dev.swarmha.cli.option.StackFilesMixin;
import dev.swarmha.deploy.DeployRequest;
import dev.swarmha.deploy.DeployRequest.OnFailure;
import dev.swarmha.deploy.outcome.Outcome;
import dev.swarmha.deploy.plan.DesiredStack;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "deploy",
    description = {
      "Deploy a stack, wait until it runs and answers, and take it back whole when it does not"
    },
    footer = "Example: swarmha deploy -c stack.yml --health http://localhost:8080/health shop")
final class DeployCommand extends OutcomeCommand {

  @Parameters(paramLabel = "STACK", description = "The name of the stack")
  private String stack = "";

  @Mixin private StackFilesMixin files = new StackFilesMixin();

  @Mixin private PatienceMixin patience = new PatienceMixin();

  @Option(names = "--detach", description = "Submit and return. Default: wait")
  private boolean detach;

  @Option(
      names = "--on-failure",
      paramLabel = "rollback|keep",
      defaultValue = "rollback",
      description = {
        "rollback: the whole stack returns to the revision before; keep: it is left as it is.",
        "Default: ${DEFAULT-VALUE}"
      })
  private OnFailure onFailure = OnFailure.ROLLBACK;

  @Mixin private HealthMixin health = new HealthMixin();

  @Option(
      names = "--prune",
      description = "After success, remove what belongs to the stack and the file no longer has")
  private boolean prune;

  @Mixin private DecisionMixin decisions = new DecisionMixin();

  @Option(names = "--message", paramLabel = "TEXT", description = "Kept with the revision")
  private @Nullable String message;

  @Option(names = "--dry-run", description = "Print the plan and stop")
  private boolean dryRun;

  @Override
  Outcome run(UseCases useCases) {
    DesiredStack desired = useCases.load(stack, files.files());
    DeployRequest request =
        new DeployRequest(
            desired,
            patience.patience(),
            health.checks(useCases.surroundings()::read),
            decisions.resolveImage(),
            decisions.rotate(),
            onFailure,
            detach,
            prune,
            dryRun,
            Optional.ofNullable(message));
    return useCases.deployStack().run(request);
  }
}
