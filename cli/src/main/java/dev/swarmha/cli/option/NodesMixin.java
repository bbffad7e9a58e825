package dev.swarmha.cli.option;

import dev.swarmha.cli.complete.Named;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Parameters;

/** The nodes that a command is about. */
public final class NodesMixin {

  @Parameters(
      arity = "1..*",
      paramLabel = "NODE",
      completionCandidates = Named.Node.class,
      converter = SwarmName.OfAnything.class,
      description = "Host name, id, or beginning of an id")
  private List<String> nodes = new ArrayList<>();

  /** As they were typed. */
  public List<String> names() {
    return List.copyOf(nodes);
  }
}
