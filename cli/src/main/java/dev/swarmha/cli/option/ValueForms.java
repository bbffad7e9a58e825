package dev.swarmha.cli.option;

import dev.swarmha.cli.complete.SystemShell;
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
import java.util.Map;
import picocli.CommandLine;

/** How values are typed, wherever an option takes one of these types. */
public final class ValueForms {

  private static final Map<Class<?>, WordConverter<?>> WORDS =
      Map.ofEntries(
          Map.entry(ColorMode.class, new WordConverter<>(List.of(ColorMode.values()))),
          Map.entry(DialectChoice.class, new WordConverter<>(List.of(DialectChoice.values()))),
          Map.entry(OnFailure.class, new WordConverter<>(List.of(OnFailure.values()))),
          Map.entry(OutputFormat.class, new WordConverter<>(List.of(OutputFormat.values()))),
          Map.entry(ProgressMode.class, new WordConverter<>(List.of(ProgressMode.values()))),
          Map.entry(Method.class, new WordConverter<>(List.of(Method.values()))),
          Map.entry(ResolveImage.class, new WordConverter<>(List.of(ResolveImage.values()))),
          Map.entry(Rotate.class, new WordConverter<>(List.of(Rotate.values()))),
          Map.entry(SystemShell.class, new WordConverter<>(List.of(SystemShell.values()))),
          // These have values that only an Engine says.
          Map.entry(
              Availability.class,
              new WordConverter<>(
                  List.of(Availability.ACTIVE, Availability.PAUSE, Availability.DRAIN))),
          Map.entry(Role.class, new WordConverter<>(List.of(Role.WORKER, Role.MANAGER))));

  private ValueForms() {}

  public static void register(CommandLine program) {
    program.registerConverter(Duration.class, new DurationConverter());
    WORDS.forEach((type, converter) -> register(program, type, converter));
  }

  @SuppressWarnings("unchecked") // The table has each converter under its own type.
  private static <E> void register(
      CommandLine program, Class<E> type, CommandLine.ITypeConverter<?> converter) {
    program.registerConverter(type, (CommandLine.ITypeConverter<E>) converter);
  }

  /** The words that stand for the values of a type; empty where it has other values. */
  public static List<String> words(Class<?> type) {
    WordConverter<?> converter = WORDS.get(type);
    if (converter != null) {
      return converter.words();
    }
    return type == Boolean.class ? List.of("true", "false") : List.of();
  }
}
