package dev.swarmha.engine.docker;

import dev.swarmha.document.Mapping;
import dev.swarmha.engine.docker.wire.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** What Engines have answered, kept under {@code src/test/resources/engine}. */
public final class Recorded {

  private Recorded() {}

  public static String text(String name) throws IOException {
    try (InputStream in = Recorded.class.getResourceAsStream("/engine/" + name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  public static Mapping object(String name) throws IOException {
    return Json.parse(text(name)).orElseThrow().asMapping().orElseThrow();
  }

  public static List<Mapping> list(String name) throws IOException {
    return Json.parse(text(name)).orElseThrow().asSequence().orElseThrow().mappings().toList();
  }
}
