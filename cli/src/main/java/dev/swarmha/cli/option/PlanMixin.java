package dev.swarmha.cli.option;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A plan that was saved before, in place of one that is made now. */
public final class PlanMixin {

  /** What a plan has decided already. */
  private static final List<String> DECIDED =
      List.of("--prune", "--only", "--keep-scale", "--resolve-image", "--rotate");

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  @Option(
      names = "--plan",
      paramLabel = "FILE",
      description =
          "Apply exactly what 'swarmha diff --out' has saved; exit code 8 if the swarm has"
              + " moved since. -c is needed then if secrets are to be made")
  private @Nullable String file;

  /**
   * Where the plan is; empty where one is to be made.
   *
   * @throws CommandLine.ParameterException when it is to be another one all the same
   */
  public Optional<String> file() {
    if (file != null) {
      DECIDED.stream()
          .filter(command.commandLine().getParseResult()::hasMatchedOption)
          .findFirst()
          .ifPresent(
              option -> {
                throw wrongUsage(
                    option + " is for making a plan, and --plan names one: give one of them");
              });
    }
    return Optional.ofNullable(file);
  }

  private CommandLine.ParameterException wrongUsage(String message) {
    return new CommandLine.ParameterException(command.commandLine(), message);
  }
}
