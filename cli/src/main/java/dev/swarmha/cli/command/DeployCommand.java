package dev.swarmha.cli.command;

import dev.swarmha.cli.complete.Named;
import dev.swarmha.cli.option.DecisionMixin;
import dev.swarmha.cli.option.ExtentMixin;
import dev.swarmha.cli.option.HealthMixin;
import dev.swarmha.cli.option.LockMixin;
import dev.swarmha.cli.option.OnFailureMixin;
import dev.swarmha.cli.option.PatienceMixin;
import dev.swarmha.cli.option.PlanMixin;
import dev.swarmha.cli.option.RecordingMixin;
import dev.swarmha.cli.option.StackFilesMixin;
import dev.swarmha.cli.option.SwarmName;
import dev.swarmha.deploy.DeployRequest;
import dev.swarmha.deploy.DeployStack;
import dev.swarmha.deploy.outcome.Outcome;
import dev.swarmha.deploy.plan.DesiredStack;
import dev.swarmha.deploy.plan.Extent;
import dev.swarmha.deploy.saved.SavedPlan;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "deploy",
    description =
        "Deploy a stack, wait until it runs and answers, and take it back whole if it does"
            + " not")
@Examples(
    """
    # Deploy, wait until everything runs, and go back if it does not
    swarmha deploy -c stack.yml shop

    # Merge two files, and count it as done only when a URL answers
    swarmha deploy -c stack.yml -c prod.yml --health http://localhost/health shop

    # See what would change; afterwards remove what the file no longer has
    swarmha deploy -c stack.yml --prune --dry-run shop
    swarmha deploy -c stack.yml --prune shop

    # In a pipeline: events in JSON, and wait for a deploy that is running
    swarmha deploy -c stack.yml --progress json --lock-timeout 10m shop
    """)
final class DeployCommand extends OutcomeCommand {

  @Parameters(
      paramLabel = "STACK",
      completionCandidates = Named.Stack.class,
      converter = SwarmName.OfStack.class,
      description = "The name of the stack")
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

  @Mixin private PlanMixin plan = new PlanMixin();

  @Override
  Outcome run(UseCases useCases) {
    Optional<String> saved = plan.file();
    if (saved.isPresent()) {
      return apply(saved.get(), useCases);
    }
    extent.requireNoPart(prune);
    DesiredStack desired = useCases.files().desired(stack, files.files());
    return deployStack(desired, useCases)
        .run(request(desired, extent.extent(desired), prune, useCases));
  }

  private Outcome apply(String file, UseCases useCases) {
    SavedPlan saved = useCases.files().plan(file);
    String planned = saved.desired().name();
    if (!planned.equals(stack)) {
      throw wrongUsage("the plan is for stack \"" + planned + "\", and not for \"" + stack + "\"");
    }
    SavedPlan whole = dryRun ? saved : withContents(saved, useCases);
    return deployStack(whole.desired(), useCases)
        .run(request(whole.desired(), whole.extent(), whole.prune(), useCases), whole);
  }

  private DeployStack deployStack(DesiredStack desired, UseCases useCases) {
    return decisions.withRegistryAuth()
        ? useCases.stacks().deployWithRegistryAuth(desired)
        : useCases.stacks().deploy();
  }

  /** The data of secrets is in no plan. */
  private SavedPlan withContents(SavedPlan saved, UseCases useCases) {
    if (!saved.needsContents()) {
      return saved;
    }
    if (!files.areGiven()) {
      throw wrongUsage(
          "the plan makes secrets, and their content is in no plan: give the stack files, with -c");
    }
    return saved.withContents(useCases.files().desired(stack, files.files()));
  }

  private DeployRequest request(
      DesiredStack desired, Extent touched, boolean pruning, UseCases useCases) {
    return new DeployRequest(
        desired,
        touched,
        patience.patience(),
        health.checks(useCases.surroundings()::read),
        decisions.resolveImage(),
        decisions.rotate(),
        onFailure.onFailure(),
        detach,
        pruning,
        dryRun,
        recording.recording(
            files.areGiven()
                ? useCases.stacks().provenance(files.files())
                : useCases.stacks().provenance()),
        lock.timeout());
  }
}
