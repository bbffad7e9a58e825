package dev.swarmha.cli.option;

import dev.swarmha.cli.complete.Named;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Parameters;

/** The services that a command is about. */
public final class ServicesMixin {

  @Parameters(
      arity = "1..*",
      paramLabel = "SERVICE",
      completionCandidates = Named.Service.class,
      converter = SwarmName.OfAnything.class,
      description = "Its name, its id, or the beginning of its id")
  private List<String> services = new ArrayList<>();

  /** As they were typed. */
  public List<String> names() {
    return List.copyOf(services);
  }
}
