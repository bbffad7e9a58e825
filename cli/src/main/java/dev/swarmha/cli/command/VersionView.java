package dev.swarmha.cli.command;

import dev.swarmha.cli.output.Printable;
import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.EngineInfo;
import java.util.List;

/** The versions on both sides of a connection. */
record VersionView(String program, EngineInfo engine) implements Printable {

  @Override
  public List<String> lines() {
    return List.of(
        "swarmha  " + program,
        "Engine   " + engine.engineVersion() + " on " + engine.hostname(),
        "API      " + engine.apiVersion());
  }

  @Override
  public Document document() {
    return Mapping.builder()
        .put("version", program)
        .put("engineVersion", engine.engineVersion())
        .put("apiVersion", engine.apiVersion())
        .put("engineHost", engine.hostname())
        .build();
  }
}
