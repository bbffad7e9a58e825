package dev.swarmha.cli;

import dev.swarmha.cli.option.ColorMode;
import dev.swarmha.cli.option.DurationConverter;
import dev.swarmha.cli.option.ProgressMode;
import dev.swarmha.cli.option.WordConverter;
import dev.swarmha.cli.output.OutputFormat;
import dev.swarmha.deploy.DeployRequest.OnFailure;
import dev.swarmha.deploy.image.ResolveImage;
import dev.swarmha.deploy.rebalance.RebalanceRequest.Method;
import dev.swarmha.deploy.rotate.Rotate;
import dev.swarmha.engine.Node.Availability;
import dev.swarmha.engine.Node.Role;
import dev.swarmha.stack.dialect.DialectChoice;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine;

/** How values are typed, wherever an option takes one of these types. */
final class ValueForms {

  private ValueForms() {}

  static void register(CommandLine program) {
    program.registerConverter(Duration.class, new DurationConverter());
    words(program, ColorMode.class, List.of(ColorMode.values()));
    words(program, DialectChoice.class, List.of(DialectChoice.values()));
    words(program, OnFailure.class, List.of(OnFailure.values()));
    words(program, OutputFormat.class, List.of(OutputFormat.values()));
    words(program, ProgressMode.class, List.of(ProgressMode.values()));
    words(program, Method.class, List.of(Method.values()));
    words(program, ResolveImage.class, List.of(ResolveImage.values()));
    words(program, Rotate.class, List.of(Rotate.values()));
    // These have values that only an Engine says.
    words(
        program,
        Availability.class,
        List.of(Availability.ACTIVE, Availability.PAUSE, Availability.DRAIN));
    words(program, Role.class, List.of(Role.WORKER, Role.MANAGER));
  }

  private static <E extends Enum<E>> void words(
      CommandLine program, Class<E> type, List<E> values) {
    program.registerConverter(type, new WordConverter<>(values));
  }
}
