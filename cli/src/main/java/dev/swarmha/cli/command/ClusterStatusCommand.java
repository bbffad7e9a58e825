package dev.swarmha.cli.command;

import dev.swarmha.cli.error.ExitCode;
import dev.swarmha.cli.output.ClusterPlanDocument;
import dev.swarmha.cli.output.ClusterPlanLines;
import dev.swarmha.cli.output.Printable;
import dev.swarmha.cli.output.SafeText;
import dev.swarmha.cli.output.Screen;
import dev.swarmha.deploy.cluster.ClusterStatus;
import dev.swarmha.deploy.cluster.declared.ClusterPlan;
import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.EngineException;
import dev.swarmha.engine.EngineInterruptedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "status",
    description = "Show how the swarm stands: quorum, leader, nodes down, versions, certificates",
    footer =
        "With --file the managers that it names are asked, and what the cluster lacks is"
            + " shown, too. The exit code is 1 where the swarm has no leader; what can still be"
            + " told is told.")
@Examples(
    """
    # Is the quorum safe, and is any node down
    swarmha cluster status

    # What the cluster lacks of what its file declares
    swarmha cluster status -f cluster.yml

    # Ask another manager, when the first one is away
    swarmha -H tcp://10.0.0.10 -H tcp://10.0.0.11 cluster status
    """)
final class ClusterStatusCommand extends PrintingCommand {

  @Option(
      names = {"-f", "--file"},
      paramLabel = "FILE",
      description = "The file of the cluster, to compare with. Default: none")
  private @Nullable String file;

  private ExitCode code = ExitCode.OK;

  @Override
  ExitCode code() {
    return code;
  }

  @Override
  Printable run(UseCases useCases) {
    return file == null
        ? told(useCases.cluster().show().run(), Optional.empty())
        : new ClusterFileUse(useCases).with(file, use -> compared(useCases, use));
  }

  private View compared(UseCases useCases, ClusterFileUse.Opened use) {
    ClusterStatus status = useCases.cluster().show(use.swarm(useCases)).run();
    return told(status, Optional.of(comparison(use)));
  }

  private View told(ClusterStatus status, Optional<Comparison> comparison) {
    code = status.trouble().isPresent() ? ExitCode.ERROR : ExitCode.OK;
    return new View(status, comparison);
  }

  private static Comparison comparison(ClusterFileUse.Opened use) {
    try {
      return new Comparison(Optional.of(use.apply().plan(use.cluster())), "");
    } catch (EngineInterruptedException interrupted) {
      throw interrupted;
    } catch (EngineException impossible) {
      return new Comparison(Optional.empty(), String.valueOf(impossible.getMessage()));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new EngineInterruptedException("interrupted", interrupted);
    }
  }

  /** What a cluster lacks, or why that cannot be told. */
  record Comparison(Optional<ClusterPlan> plan, String problem) {

    List<String> lines() {
      return plan.map(ClusterPlanLines::of).orElseGet(() -> List.of(SafeText.line(problem)));
    }

    Document document() {
      return plan.<Document>map(ClusterPlanDocument::of)
          .orElseGet(() -> Mapping.builder().put("problem", problem).build());
    }
  }

  /** A status on the screen, with the comparison below it. */
  record View(ClusterStatus status, Optional<Comparison> comparison) implements Printable {

    @Override
    public List<String> lines() {
      return lines(Screen.NONE);
    }

    @Override
    public List<String> lines(Screen screen) {
      List<String> lines = new ArrayList<>(new ClusterStatusText(status).lines(screen));
      comparison.ifPresent(
          each -> {
            lines.add("");
            lines.add("compared with the file:");
            lines.addAll(screen.wrapped(each.lines()));
          });
      return lines;
    }

    @Override
    public Document document() {
      return ClusterStatusDocument.of(status)
          .with("comparison", comparison.map(Comparison::document).orElse(Document.nothing()));
    }
  }
}
