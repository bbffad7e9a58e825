package dev.swarmha.cli.command;

import dev.swarmha.cli.complete.Named;
import dev.swarmha.cli.option.CountConverter;
import dev.swarmha.cli.option.LockMixin;
import dev.swarmha.cli.option.OnFailureMixin;
import dev.swarmha.cli.option.PatienceMixin;
import dev.swarmha.cli.option.RecordingMixin;
import dev.swarmha.cli.option.SwarmName;
import dev.swarmha.deploy.RollbackRequest;
import dev.swarmha.deploy.outcome.Outcome;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "rollback",
    description = "Return a stack to an earlier revision, and wait until it runs and answers",
    footer =
        "Default: the revision that was deployed before the current one; where the newest"
            + " one was not finished, or failed, the current one itself. A rollback is a new"
            + " revision.")
@Examples(
    """
    # Go back to what was deployed before
    swarmha rollback shop

    # See what it would take to go back to the third revision, then do it
    swarmha rollback shop 3 --dry-run
    swarmha rollback shop 3 --message "checkout is broken"
    """)
final class RollbackCommand extends OutcomeCommand {

  @Parameters(
      index = "0",
      paramLabel = "STACK",
      completionCandidates = Named.Stack.class,
      converter = SwarmName.OfStack.class,
      description = "The name of the stack")
  private String stack = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "REVISION",
      completionCandidates = Named.Revision.class,
      converter = CountConverter.class,
      description = "Its number, as 'swarmha history' shows it")
  private @Nullable Integer revision;

  @Mixin private PatienceMixin patience = new PatienceMixin();

  @Option(names = "--detach", description = "Submit and return. Default: wait")
  private boolean detach;

  @Mixin private OnFailureMixin onFailure = new OnFailureMixin();

  @Mixin private RecordingMixin recording = new RecordingMixin();

  @Mixin private LockMixin lock = new LockMixin();

  @Option(names = "--dry-run", description = "Print the plan and stop")
  private boolean dryRun;

  @Override
  Outcome run(UseCases useCases) {
    RollbackRequest request =
        new RollbackRequest(
            stack,
            Optional.ofNullable(revision),
            patience.patience(),
            onFailure.onFailure(),
            detach,
            dryRun,
            recording.recording(useCases.stacks().provenance()),
            lock.timeout());
    return useCases.stacks().rollBack().run(request);
  }
}
