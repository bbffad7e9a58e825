package dev.swarmha.cli.command;

import dev.swarmha.cli.option.DecisionMixin;
import dev.swarmha.cli.option.ExtentMixin;
import dev.swarmha.cli.option.HealthMixin;
import dev.swarmha.cli.option.LockMixin;
import dev.swarmha.cli.option.OnFailureMixin;
import dev.swarmha.cli.option.PatienceMixin;
import dev.swarmha.cli.option.RecordingMixin;
import dev.swarmha.cli.option.StackFilesMixin;
import dev.swarmha.deploy.DeployRequest;
import dev.swarmha.deploy.outcome.Outcome;
import dev.swarmha.deploy.plan.DesiredStack;
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

  @Mixin private OnFailureMixin onFailure = new OnFailureMixin();

  @Mixin private HealthMixin health = new HealthMixin();

  @Option(
      names = "--prune",
      description = "After success, remove what belongs to the stack and the file no longer has")
  private boolean prune;

  @Mixin private ExtentMixin extent = new ExtentMixin();

  @Mixin private DecisionMixin decisions = new DecisionMixin();

  @Mixin private RecordingMixin recording = new RecordingMixin();

  @Mixin private LockMixin lock = new LockMixin();

  @Option(names = "--dry-run", description = "Print the plan and stop")
  private boolean dryRun;

  @Override
  Outcome run(UseCases useCases) {
    extent.requireNoPart(prune);
    DesiredStack desired = useCases.load(stack, files.files());
    DeployRequest request =
        new DeployRequest(
            desired,
            extent.extent(desired),
            patience.patience(),
            health.checks(useCases.surroundings()::read),
            decisions.resolveImage(),
            decisions.rotate(),
            onFailure.onFailure(),
            detach,
            prune,
            dryRun,
            recording.recording(useCases.provenance(files.files())),
            lock.timeout());
    return useCases.deployStack().run(request);
  }
}
