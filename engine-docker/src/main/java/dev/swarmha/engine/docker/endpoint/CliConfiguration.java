package dev.swarmha.engine.docker.endpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.swarmha.engine.docker.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The docker CLI's {@code config.json}, as far as it chooses the endpoint. */
record CliConfiguration(Optional<String> currentContext) {

  /**
   * Reads the file; one that does not exist chooses nothing.
   *
   * @throws EndpointException when it cannot be read: it might have named another endpoint
   */
  static CliConfiguration read(Path file) {
    if (!Files.exists(file)) {
      return new CliConfiguration(Optional.empty());
    }
    try {
      Optional<String> context = Json.object(Files.readAllBytes(file)).text("currentContext");
      return new CliConfiguration(context.filter(name -> !name.isEmpty()));
    } catch (JsonProcessingException e) {
      throw new EndpointException(
          "the docker CLI's " + file + " is not JSON: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new EndpointException(
          "cannot read the docker CLI's " + file + ": " + e.getMessage(), e);
    }
  }
}
