package dev.swarmha.cli.command;

import dev.swarmha.cli.output.Printable;
import dev.swarmha.cli.output.ReasonDocument;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.EngineInfo;
import java.util.List;
import java.util.Optional;

/**
 * The versions on both sides of a connection.
 *
 * @param engine empty where it could not be asked
 * @param problem why it could not be asked
 */
record VersionView(String program, Optional<EngineInfo> engine, String problem)
    implements Printable {

  @Override
  public List<String> lines() {
    String own = "swarmha  " + program;
    return engine
        .map(
            known ->
                List.of(
                    own,
                    "Engine   " + known.engineVersion() + " on " + known.hostname(),
                    "API      " + known.apiVersion()))
        .orElse(List.of(own));
  }

  @Override
  public Mapping document() {
    Mapping versions =
        Mapping.builder()
            .put("version", program)
            .put("engineVersion", ReasonDocument.orNull(engine.map(EngineInfo::engineVersion)))
            .put(
                "apiVersion",
                ReasonDocument.orNull(engine.map(known -> known.apiVersion().toString())))
            .put("engineHost", ReasonDocument.orNull(engine.map(EngineInfo::hostname)))
            .build();
    return engine.isPresent()
        ? versions
        : Mapping.builder().putAll(versions).put("problem", problem).build();
  }
}
