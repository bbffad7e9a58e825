package dev.swarmha.cli.command;

import static java.util.Objects.requireNonNull;

import dev.swarmha.cli.option.ClusterFileMixin;
import dev.swarmha.cli.output.ClusterPlanDocument;
import dev.swarmha.cli.output.ClusterPlanLines;
import dev.swarmha.cli.output.Printable;
import dev.swarmha.deploy.cluster.declared.ClusterPlan;
import dev.swarmha.document.Document;
import dev.swarmha.engine.EngineInterruptedException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "plan",
    description = "Show what 'cluster apply' would do, and change nothing",
    footer =
        "Nothing is written, so that the contents of secrets that are there are not" + " compared.")
@Examples(
    """
    # What would be done
    swarmha cluster plan -f cluster.yml

    # The same for a script
    swarmha cluster plan -f cluster.yml -o json
    """)
final class ClusterPlanCommand extends PrintingCommand {

  @Mixin private ClusterFileMixin file = new ClusterFileMixin();

  @Override
  Printable run(UseCases useCases) {
    ClusterFileUse cluster = new ClusterFileUse(useCases);
    return cluster.with(file.file(), use -> new View(planned(use)));
  }

  private static ClusterPlan planned(ClusterFileUse.Opened use) {
    try {
      return use.apply().plan(use.cluster());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new EngineInterruptedException("interrupted", interrupted);
    }
  }

  /** A plan on the screen. */
  record View(ClusterPlan plan) implements Printable {
    View {
      requireNonNull(plan, "plan");
    }

    @Override
    public List<String> lines() {
      return ClusterPlanLines.of(plan);
    }

    @Override
    public Document document() {
      return ClusterPlanDocument.of(plan);
    }
  }
}
