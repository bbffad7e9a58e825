package dev.swarmha.engine.docker.wire;

import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.Container;
import dev.swarmha.engine.Container.HealthCheckRun;

/** Reads containers. */
public final class ContainerReader {

  private ContainerReader() {}

  public static Container read(Mapping object) {
    Mapping state = object.mapping("State");
    return new Container(
        state.get("OOMKilled").flatMap(Document::asBoolean).orElse(false),
        state.mapping("Health").sequence("Log").mappings().map(ContainerReader::run).toList());
  }

  /** A run that the Engine had to cut off has exit code -1 and says so in its output. */
  private static HealthCheckRun run(Mapping entry) {
    return new HealthCheckRun(
        entry.number("ExitCode").orElse(0L).intValue(), Values.text(entry, "Output"));
  }
}
