package dev.swarmha.cli.command;

import dev.swarmha.deploy.outcome.Outcome;
import dev.swarmha.deploy.store.StoredKind;
import dev.swarmha.engine.Payload;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What creating a secret and creating a config take alike. */
final class StoredMixin {

  @Parameters(index = "0", paramLabel = "NAME", description = "Its name; it can never be changed")
  private String name = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "FILE",
      defaultValue = "-",
      description = "Where its data is read from; - for standard input, the default")
  private String file = "-";

  @Option(
      names = {"-l", "--label"},
      paramLabel = "KEY=VALUE",
      mapFallbackValue = "",
      description = "A label; repeatable")
  private Map<String, String> labels = new LinkedHashMap<>();

  Outcome create(StoredKind kind, UseCases useCases) {
    Payload payload = useCases.surroundings().read(file);
    return useCases.stored().create().run(kind, name, payload, labels);
  }
}
