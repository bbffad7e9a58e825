package dev.swarmha.cli.command;

import dev.swarmha.cli.complete.Named;
import dev.swarmha.cli.error.ExitCode;
import dev.swarmha.cli.option.DecisionMixin;
import dev.swarmha.cli.option.ExtentMixin;
import dev.swarmha.cli.option.StackFilesMixin;
import dev.swarmha.cli.option.SwarmName;
import dev.swarmha.cli.output.Printable;
import dev.swarmha.deploy.diff.DiffStack;
import dev.swarmha.deploy.diff.DiffStack.DiffRequest;
import dev.swarmha.deploy.diff.StackDiff;
import dev.swarmha.deploy.plan.DesiredStack;
import dev.swarmha.deploy.saved.SavedPlan;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "diff",
    description = "Show what a deploy would change, field by field, and which part of it is drift",
    footer = {
      "Drift is what somebody else than a deploy has changed since the last revision.",
      "New is marked +, gone -, changed ~: what the swarm has -> what the file wants.",
      "A secret's value is never shown; environment variables are."
    })
@Examples(
    """
    # What would a deploy change
    swarmha diff -c stack.yml shop

    # In a pipeline: exit code 7 if the swarm is not what the file says
    swarmha diff -c stack.yml --exit-code shop

    # Save the plan, let somebody read it, and apply exactly this
    swarmha diff -c stack.yml --out plan.json shop
    swarmha deploy --plan plan.json shop
    """)
final class DiffCommand extends PrintingCommand {

  @Parameters(
      paramLabel = "STACK",
      completionCandidates = Named.Stack.class,
      converter = SwarmName.OfStack.class,
      description = "The name of the stack")
  private String stack = "";

  @Mixin private StackFilesMixin files = new StackFilesMixin();

  @Option(
      names = "--exit-code",
      description = "End with exit code 7 when there are differences. Default: 0")
  private boolean exitCode;

  @Option(
      names = "--prune",
      description = "Also show what belongs to the stack and the file no longer has")
  private boolean prune;

  @Mixin private ExtentMixin extent = new ExtentMixin();

  @Mixin private DecisionMixin decisions = new DecisionMixin();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Save the plan, to apply exactly this: swarmha deploy --plan FILE")
  private @Nullable String out;

  private boolean differs;

  @Override
  Printable run(UseCases useCases) {
    extent.requireNoPart(prune);
    DesiredStack desired = useCases.files().desired(stack, files.files());
    DiffRequest request =
        new DiffRequest(
            desired, extent.extent(desired), decisions.resolveImage(), decisions.rotate(), prune);
    StackDiff diff = diffStack(desired, useCases).run(request, plan -> keep(plan, useCases));
    diff.notes().forEach(useCases::note);
    differs = !diff.isEmpty();
    return new DiffView(diff, root().ansi());
  }

  private DiffStack diffStack(DesiredStack desired, UseCases useCases) {
    return decisions.withRegistryAuth()
        ? useCases.stacks().diffWithRegistryAuth(desired)
        : useCases.stacks().diff();
  }

  private void keep(SavedPlan plan, UseCases useCases) {
    if (out != null) {
      PlanFile.write(out, useCases.surroundings().path(out), plan);
      useCases.note("the plan is saved in " + out);
    }
  }

  @Override
  ExitCode code() {
    return differs && exitCode ? ExitCode.DIFFERENCES : ExitCode.OK;
  }
}
