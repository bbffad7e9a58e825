package dev.swarmha.engine.docker;

import dev.swarmha.engine.EngineException;
import dev.swarmha.engine.EngineRefusedException;
import dev.swarmha.engine.InUseException;
import dev.swarmha.engine.NameTakenException;
import dev.swarmha.engine.NotAManagerException;
import dev.swarmha.engine.NotFoundException;
import dev.swarmha.engine.OtherContentException;
import dev.swarmha.engine.StaleVersionException;
import dev.swarmha.engine.docker.endpoint.Endpoint;
import dev.swarmha.engine.docker.transport.Reply;

/**
 * Turns an answer that refuses into the exception for it. Swarm's own errors come as gRPC codes
 * behind few HTTP codes (moby {@code daemon/cluster/convert}), so some are known by their words
 * only; those have been the same since 17.06.
 */
record Refusals(Endpoint endpoint) {

  /**
   * The exception for an answer.
   *
   * @param purpose what was asked for, such as "create service shop_web"
   */
  EngineException of(String purpose, Reply reply) {
    String words = ErrorText.of(reply);
    String message = "cannot " + purpose + ": " + words;
    if (words.contains("is not a swarm manager")) {
      return new NotAManagerException(message + " (the Engine at " + endpoint + ")");
    }
    if (words.contains("update out of sequence")) {
      return new StaleVersionException(message);
    }
    if (words.contains("only updates to Labels are allowed")) {
      return new OtherContentException(message);
    }
    if (words.contains("is in use by") || words.contains("has active endpoints")) {
      return new InUseException(message);
    }
    // Said with 500, of a network that is gone but still attached to containers on the Engine too.
    if (words.startsWith("network ") && words.endsWith(" not found")) {
      return new NotFoundException(message);
    }
    if (words.contains("client version") && words.contains("is too ")) {
      return new EngineRefusedException(
          message + " (the Engine at " + endpoint + "; see DOCKER_API_VERSION)");
    }
    return switch (reply.status()) {
      case 404 -> new NotFoundException(message);
      case 409 -> new NameTakenException(message);
      default -> new EngineRefusedException(message);
    };
  }
}
