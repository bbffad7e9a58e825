package dev.swarmha.cli.option;

import dev.swarmha.cli.complete.Named;
import dev.swarmha.deploy.plan.DesiredStack;
import dev.swarmha.deploy.plan.Extent;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.stack.validate.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How much of a stack file a deploy makes come true. */
public final class ExtentMixin {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  @Option(
      names = "--only",
      completionCandidates = Named.ServiceOfStack.class,
      split = ",",
      splitSynopsisLabel = "",
      paramLabel = "SERVICE",
      description =
          "Touch these services only, and the networks, secrets and configs that they use."
              + " Repeatable; not together with --prune")
  private List<String> only = new ArrayList<>();

  @Option(
      names = "--keep-scale",
      description = "Leave the replica counts of services alone that are there already")
  private boolean keepScale;

  /**
   * How much of this file it is.
   *
   * @throws CommandLine.ParameterException when it has no such service
   */
  public Extent extent(DesiredStack file) {
    Set<String> services = new TreeSet<>();
    file.all(ResourceKind.SERVICE).forEach(each -> services.add(each.ref().name()));
    Set<String> named = new TreeSet<>();
    only.forEach(name -> named.add(fullName(name, file.name(), services)));
    return new Extent(named, keepScale);
  }

  /**
   * Nothing of the others is touched, so nothing of them can be removed.
   *
   * @throws CommandLine.ParameterException when both are asked for
   */
  public void requireNoPart(boolean prune) {
    if (prune && !only.isEmpty()) {
      throw new CommandLine.ParameterException(
          command.commandLine(),
          "--prune removes what the file no longer has, and --only leaves all else alone:"
              + " give one of them");
    }
  }

  private String fullName(String written, String stack, Set<String> services) {
    String name = stack + "_" + written;
    if (services.contains(name)) {
      return name;
    }
    if (services.contains(written)) {
      return written;
    }
    List<String> words = services.stream().map(each -> each.substring(stack.length() + 1)).toList();
    String hint = Suggestion.hint(written, words);
    throw new CommandLine.ParameterException(
        command.commandLine(),
        "--only: the file has no service \""
            + written
            + "\"; "
            + (hint.isEmpty() ? "it has: " + String.join(", ", words) : hint));
  }
}
